import type { MessageTemplate } from '#domain/message/template.ts';

export type NewTemplateVersion = Omit<MessageTemplate, 'version'> & {
  readonly at: number;
  readonly by: string | null;
  /** The wish it came from: the same wish twice is one version. */
  readonly key: string;
};

/** Templates of letters and SMS; a version is written once and never changed. */
export interface Templates {
  /** Gives the number of the new version. */
  readonly keep: (template: NewTemplateVersion) => Promise<number>;
  readonly find: (which: {
    readonly templateId: string;
    readonly version: number;
  }) => Promise<MessageTemplate | undefined>;
  readonly newest: (templateId: string) => Promise<MessageTemplate | undefined>;
  /** The newest version of every template there is. */
  readonly newestOfEach: () => Promise<readonly MessageTemplate[]>;
}
