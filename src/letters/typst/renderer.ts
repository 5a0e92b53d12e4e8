import v8 from 'node:v8';
import vm from 'node:vm';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from './fonts.ts';

export interface Rendered {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/**
 * Sets one document of a page template and its data. Undefined where the data has a sign that no font of ours has; throws where the
 * template itself is wrong.
 */
export type Renderer = (page: string, given: unknown) => Rendered | undefined;

/** A folder that is nowhere: the page template reads what it is given as the one file in it. */
const folder = '/letters';
const givenFile = `${folder}/given.json`;

/**
 * Typst with Open Sans and nothing else: no network, no package, no font of the machine. Documents are PDF/UA-1, and the compiler itself
 * refuses what is not accessible. Compiled documents are native memory that goes when JavaScript collects them, and the compiler
 * remembers what it set: without the sweeping 2,000 letters took 1.5 GB.
 */
export function typstRenderer(): Renderer {
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: fontFiles() }] });
  const collect = collector();
  let made = 0;
  return (page, given) => {
    compiler.mapShadow(givenFile, Buffer.from(JSON.stringify(given)));
    const compiled = compiler.compile({ mainFileContent: page });
    const { result } = compiled;
    if (!result) throw new Error(`the page template does not compile: ${errorOf(compiler, compiled)}`);
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

const forgetEvery = 100;
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
