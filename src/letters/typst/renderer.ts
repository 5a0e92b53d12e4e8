import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import v8 from 'node:v8';
import vm from 'node:vm';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';

export interface Rendered {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * Sets one document of a page template and its data. Undefined where the data has a sign that no font of ours has; throws where the
 * template itself is wrong.
 */
export type Renderer = (page: string, input: string, given: unknown) => Rendered | undefined;

const cuts = [
  '400Regular/OpenSans_400Regular.ttf',
  '600SemiBold/OpenSans_600SemiBold.ttf',
  '700Bold/OpenSans_700Bold.ttf',
];

/**
 * Typst with Open Sans and nothing else: no network, no package, no font of the machine. Documents are PDF/UA-1, and the compiler itself
 * refuses what is not accessible. Compiled documents are native memory that goes when JavaScript collects them, and the compiler
 * remembers what it set: without the sweeping 2,000 letters took 1.5 GB, with it 131 MB and half the time more.
 */
export function typstRenderer(): Renderer {
  const find = createRequire(import.meta.url);
  const fonts = cuts.map((cut) => readFileSync(find.resolve(`@expo-google-fonts/open-sans/${cut}`)));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  const collect = collector();
  let made = 0;
  return (page, input, given) => {
    const compiled = compiler.compile({ mainFileContent: page, inputs: { [input]: JSON.stringify(given) } });
    const { result } = compiled;
    if (!result) throw new Error(`the page template ${input} does not compile: ${errorOf(compiler, compiled)}`);
    const pdf = exported(compiler, result);
    made += 1;
    if (made % forgetEvery === 0) compiler.evictCache(keptRounds);
    if (made % collectEvery === 0) collect();
    return pdf && { pdf, pages: result.numOfPages };
  };
}

function exported(compiler: NodeCompiler, document: NodeTypstDocument): Uint8Array | undefined {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' });
  } catch (error) {
    // The message quotes the text: it goes no further.
    if (error instanceof Error && error.message.includes('could not be displayed with font')) return undefined;
    throw new Error('the page template does not keep to PDF/UA-1');
  }
}

const forgetEvery = 40;
const keptRounds = 1;
const collectEvery = 100;

/** What the template's author needs; the data is not in it. */
function errorOf(compiler: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string {
  const error = compiled.takeError();
  return error ? JSON.stringify(compiler.fetchDiagnostics(error).map(({ message }) => message)) : 'no reason given';
}

/** Garbage collection on demand needs no start flag. */
function collector(): () => void {
  v8.setFlagsFromString('--expose-gc');
  return vm.runInNewContext('gc') as () => void;
}
