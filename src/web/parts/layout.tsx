import type { ComponentChildren } from 'preact';
import type { PageContext } from '../page-context.ts';
import { paths } from '../paths.ts';
import { Footer } from './footer.tsx';
import { Icon } from './icon.tsx';
import { RehearsalBanner } from './rehearsal-banner.tsx';
import { type MenuName, TopBar } from './top-bar.tsx';
import { sharedWords } from './words.ts';

interface LayoutProps {
  readonly c: PageContext;
  readonly title: string;
  /** Which word of the menu this page belongs to. */
  readonly at?: MenuName;
  /** The page is fetched again when something has changed. */
  readonly live?: boolean;
  readonly width?: 'wide' | 'narrow' | undefined;
  readonly children: ComponentChildren;
}

/** The whole document; a page gives what is inside `main`. */
export function Layout({ c, title, at, live = false, width, children }: LayoutProps) {
  const t = sharedWords(c.language);
  return (
    <html lang={c.language} data-color-scheme={c.scheme} data-size="sm" data-color="accent">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={c.scheme === 'auto' ? 'light dark' : c.scheme} />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${t('service')}`}</title>
        <link
          rel="preload"
          href={c.asset('inter-latin-wght-normal.woff2')}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="stylesheet" href={c.asset('app.css')} />
        <link rel="icon" href={paths.mark} type="image/svg+xml" />
        <script type="module" src={c.asset('app.js')} />
      </head>
      <body data-live={live ? paths.live : undefined} data-keys={c.keys ? '' : undefined}>
        <a class="ds-skip-link" href="#main">
          {t('skip')}
        </a>
        <TopBar c={c} at={at} />
        {c.run?.rehearsal && <RehearsalBanner c={c} run={c.run} />}
        <main id="main" class="main" data-width={width} tabIndex={-1}>
          {children}
        </main>
        <div id="receipt" class="receipt" role="status" aria-live="polite">
          {c.receipt && (
            <p key={c.receipt.id} id={`receipt-${c.receipt.id}`}>
              <Icon c={c} name="CheckmarkCircleFill" />
              {c.receipt.text}
            </p>
          )}
        </div>
        <Footer c={c} live={live} />
      </body>
    </html>
  );
}
