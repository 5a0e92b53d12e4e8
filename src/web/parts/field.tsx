import type { ComponentChildren } from 'preact';
import type { Day } from '#domain/calendar/day.ts';
import type { PageContext } from '../page-context.ts';
import { Icon } from './icon.tsx';

export interface FieldProps {
  readonly c: PageContext;
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly narrow?: boolean;
}

const describedBy = ({ id, hint, error }: FieldProps): string | undefined => {
  const said = [hint === undefined ? [] : [`${id}-hint`], error === undefined ? [] : [`${id}-error`]].flat();
  return said.length === 0 ? undefined : said.join(' ');
};

/** Label above, hint between, fault below. */
function Field({ field, children }: { field: FieldProps; children: ComponentChildren }) {
  return (
    <div class="field" data-narrow={field.narrow ? '' : undefined}>
      <label class="field-label" for={field.id}>
        {field.label}
      </label>
      {field.hint !== undefined && (
        <span class="field-hint" id={`${field.id}-hint`}>
          {field.hint}
        </span>
      )}
      {children}
      {field.error !== undefined && (
        <span class="field-error" id={`${field.id}-error`}>
          <Icon c={field.c} name="XMarkOctagonFill" />
          {field.error}
        </span>
      )}
    </div>
  );
}

type TextFieldProps = FieldProps & {
  readonly name: string;
  readonly value?: string;
  readonly autocomplete?: 'off' | 'username';
  readonly required?: boolean;
};

export const TextField = (field: TextFieldProps) => (
  <Field field={field}>
    <input
      class="ds-input"
      data-size="sm"
      id={field.id}
      name={field.name}
      type="text"
      value={field.value ?? ''}
      autocomplete={field.autocomplete ?? 'off'}
      required={field.required ?? false}
      aria-invalid={field.error === undefined ? undefined : 'true'}
      aria-describedby={describedBy(field)}
    />
  </Field>
);

type NumberFieldProps = FieldProps & {
  readonly name: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
};

export const NumberField = (field: NumberFieldProps) => (
  <Field field={field}>
    <input
      class="ds-input"
      data-size="sm"
      type="number"
      id={field.id}
      name={field.name}
      value={field.value}
      min={field.min}
      max={field.max}
      aria-describedby={describedBy(field)}
    />
  </Field>
);

/** Never filled in again after a fault. */
export const PasswordField = (field: FieldProps & { readonly name: string }) => (
  <Field field={field}>
    <input
      class="ds-input"
      data-size="sm"
      type="password"
      id={field.id}
      name={field.name}
      autocomplete="current-password"
      required
      aria-invalid={field.error === undefined ? undefined : 'true'}
      aria-describedby={describedBy(field)}
    />
  </Field>
);

type DateFieldProps = FieldProps & {
  readonly name: string;
  readonly value: Day | undefined;
  readonly min: Day;
  readonly max: Day;
  readonly required?: boolean;
};

export const DateField = (field: DateFieldProps) => (
  <Field field={field}>
    <input
      class="ds-input"
      data-size="sm"
      type="date"
      id={field.id}
      name={field.name}
      value={field.value ?? ''}
      min={field.min}
      max={field.max}
      required={field.required ?? false}
      aria-invalid={field.error === undefined ? undefined : 'true'}
      aria-describedby={describedBy(field)}
    />
  </Field>
);

type TextAreaProps = FieldProps & {
  readonly name: string;
  readonly value?: string;
  readonly rows?: number;
  readonly required?: boolean;
};

export const TextArea = (field: TextAreaProps) => (
  <Field field={field}>
    <textarea
      class="ds-input"
      data-size="sm"
      id={field.id}
      name={field.name}
      rows={field.rows ?? 3}
      required={field.required ?? false}
      aria-invalid={field.error === undefined ? undefined : 'true'}
      aria-describedby={describedBy(field)}
      value={field.value ?? ''}
    />
  </Field>
);

type SelectFieldProps = FieldProps & {
  readonly name: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string | undefined;
  /** First option, with an empty value: «Alle», «Vel». */
  readonly none?: string;
  readonly required?: boolean;
  readonly form?: string;
};

export const SelectField = (field: SelectFieldProps) => (
  <Field field={field}>
    <select
      class="ds-input"
      data-size="sm"
      id={field.id}
      name={field.name}
      form={field.form}
      required={field.required ?? false}
      aria-invalid={field.error === undefined ? undefined : 'true'}
      aria-describedby={describedBy(field)}
    >
      {field.none !== undefined && <option value="">{field.none}</option>}
      {field.options.map((option) => (
        <option key={option.id} value={option.id} selected={option.id === field.chosen}>
          {option.name}
        </option>
      ))}
    </select>
  </Field>
);

interface OptionsProps {
  readonly id: string;
  readonly name: string;
  readonly legend: string;
  readonly many?: boolean;
  readonly across?: boolean;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
}

/** Radio buttons, or check boxes when many may be chosen. */
export const Options = ({ id, name, legend, many = false, across = false, options, chosen }: OptionsProps) => (
  <fieldset id={id}>
    <legend class="legend">{legend}</legend>
    <div class="options" data-across={across ? '' : undefined}>
      {options.map((option) => (
        <label key={option.id} class="option" for={`${id}-${option.id}`}>
          <input
            class="ds-input"
            type={many ? 'checkbox' : 'radio'}
            id={`${id}-${option.id}`}
            name={name}
            value={option.id}
            checked={chosen.includes(option.id)}
          />
          {option.name}
        </label>
      ))}
    </div>
  </fieldset>
);
