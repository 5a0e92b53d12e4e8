import { type Language, languages } from '#domain/language.ts';
import { fieldWord, messageFields } from '#domain/message/field.ts';
import { type TextPart, textParts } from '#domain/message/template.ts';
import { smsSize } from '#domain/sms/segments.ts';
import type { TemplateAnswer } from '#views/answers/letters.ts';
import type { PageContext } from '../../page-context.ts';
import { TextArea, TextField } from '../../parts/field.tsx';
import { listed } from '../../parts/numbers.ts';
import { PostForm } from '../../parts/post-form.tsx';
import { paths } from '../../paths.ts';
import { lettersWords } from './words.ts';

/** What was typed, by language and part; a language that is left empty is not in the template. */
export interface TypedTemplate {
  readonly name: string;
  readonly texts: Readonly<Record<Language, Readonly<Record<TextPart, string>>>>;
}

interface FormProps {
  readonly c: PageContext;
  readonly template: TemplateAnswer;
  readonly mayMake: boolean;
  readonly typed: TypedTemplate;
}

/** Edited as text; whoever may not edit reads it. */
export function TemplateForm({ c, template, mayMake, typed }: FormProps) {
  const t = lettersWords(c.language);
  const parts = template.channel === 'sms' ? (['body'] as const) : textParts;
  const fields = messageFields.map((field) => `{${fieldWord(field, c.language)}}`);
  const texts = languages.map((language) => (
    <fieldset key={language} class="template-language">
      <legend class="legend">{t(`template.in.${language}`)}</legend>
      {parts.map((part) =>
        mayMake ? (
          <TextArea
            key={part}
            c={c}
            id={`text-${language}-${part}`}
            name={`${language}.${part}`}
            label={t(`template.part.${part}`)}
            rows={part === 'body' ? (template.channel === 'sms' ? 6 : 18) : 2}
            value={typed.texts[language][part]}
          />
        ) : (
          <div key={part}>
            <p class="field-label">{t(`template.part.${part}`)}</p>
            <p class="looks-text" lang={language}>
              {typed.texts[language][part]}
            </p>
          </div>
        ),
      )}
      {template.channel === 'sms' && <Size c={c} text={typed.texts[language].body} />}
    </fieldset>
  ));
  if (!mayMake) return <div class="template-form">{texts}</div>;
  return (
    <PostForm c={c} action={paths.template(template.templateId)} class="template-form" label={t('template.edit')}>
      <TextField c={c} id="template-name" name="name" label={t('template.name')} value={typed.name} required />
      <p class="sub">
        {t('template.how')} <code>{listed(c.language, fields)}</code>
      </p>
      {texts}
      <div class="sending-acts">
        <button type="submit" class="ds-button" name="act" value="save">
          {t('template.save')}
        </button>
        <button type="submit" class="ds-button" data-variant="secondary" name="act" value="try">
          {t('template.try')}
        </button>
      </div>
    </PostForm>
  );
}

function Size({ c, text }: { c: PageContext; text: string }) {
  const { units, parts } = smsSize(text);
  return <p class="sub">{lettersWords(c.language)('template.size', { units, parts: parts.length })}</p>;
}
