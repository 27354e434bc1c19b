import { Stranger } from './plain-text.tsx';

interface Props<T extends string> {
  legend: string;
  hint?: string;
  options: readonly { value: T; name: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}

/** Several of a few. */
export function Choices<T extends string>({ legend, hint, options, chosen, onChange }: Props<T>) {
  const toggle = (value: T) => onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset class="round-choices">
      <legend class="label">{legend}</legend>
      {hint && <p class="quiet small all-or-none">{hint}</p>}
      {options.map(({ value, name }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span class="clip">
            <Stranger>{name}</Stranger>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
