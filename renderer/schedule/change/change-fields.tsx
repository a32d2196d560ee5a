import { useId, type ReactNode } from "react";
import type { PersonRef } from "../../../shared/team/person-ref.ts";
import type { Snapshot } from "../../../shared/app/snapshot-shape.ts";
import { roles, type Role } from "../../../shared/team/team.ts";
import { changeKindWords, changeWords } from "../schedule-change-words.ts";
import { roleWords } from "../../../shared/words/role-words.ts";
import { changeKinds, type ChangeForm } from "../../store/change-form.ts";
import { useSubstitutes } from "./use-substitutes.ts";

export type ChangeFieldsProps = {
  readonly form: ChangeForm;
  readonly snapshot: Snapshot;
  readonly onChange: (form: ChangeForm) => void;
};

/** Who, what and when. Every change is looked at while it is made. */
export function ChangeFields({ form, snapshot, onChange }: ChangeFieldsProps): ReactNode {
  const { schedules = [], people = [] } = snapshot.team ?? {};
  const schedule = schedules.find(({ id }) => id === form.schedule);
  const change = (part: Partial<ChangeForm>): void => onChange({ ...form, ...part });
  return (
    <div className="change-fields">
      <Kinds form={form} onChange={onChange} />
      {schedules.length > 1 && (
        <Choice
          label={changeWords.schedule}
          value={form.schedule}
          options={schedules}
          onChange={(id) => change({ schedule: id })}
        />
      )}
      <Choice
        label={changeWords.role}
        value={form.role}
        options={roles.map((id) => ({ id, name: roleWords[id] }))}
        onChange={(id) => change({ role: id as Role })}
      />
      {form.kind === "override" && <Taker form={form} people={people} onChange={onChange} />}
      {form.kind === "take" && <p className="change-me soft">{changeWords.me(snapshot.me?.name)}</p>}
      {form.kind === "swap" && (
        <>
          <Choice
            label={changeWords.swapOne}
            value={form.person}
            options={[nobody, ...people]}
            onChange={(person) => change({ person })}
          />
          <Choice
            label={changeWords.swapOther}
            value={form.other}
            options={[nobody, ...people.filter(({ id }) => id !== form.person)]}
            onChange={(other) => change({ other })}
          />
        </>
      )}
      <Moment label={changeWords.from} value={form.from} onChange={(from) => change({ from })} />
      <Moment label={changeWords.to} value={form.to} onChange={(to) => change({ to })} />
      <p className="change-zone soft">{changeWords.zone(schedule?.timezone ?? snapshot.zone)}</p>
      {form.kind !== "swap" && <Why form={form} onChange={onChange} />}
    </div>
  );
}

const nobody: PersonRef = { id: "", name: changeWords.choose };

type FormProps = Pick<ChangeFieldsProps, "form" | "onChange">;

function Kinds({ form, onChange }: FormProps): ReactNode {
  const name = useId();
  return (
    <fieldset className="change-kinds">
      <legend className="unseen">{changeWords.kind}</legend>
      {changeKinds.map((kind) => (
        <label key={kind} className="change-kind">
          <input type="radio" name={name} checked={form.kind === kind} onChange={() => onChange({ ...form, kind })} />
          <span>{changeKindWords[kind]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Those who could, least duty first, then everybody else. */
function Taker({ form, people, onChange }: FormProps & { readonly people: readonly PersonRef[] }): ReactNode {
  const field = useId();
  const able = useSubstitutes(form);
  const rest = people.filter(({ id }) => !able.some(({ person }) => person.id === id));
  return (
    <div className="change-field">
      <label htmlFor={field}>{changeWords.taker}</label>
      <select
        id={field}
        className="field"
        value={form.person}
        onChange={(event) => onChange({ ...form, person: event.currentTarget.value })}
      >
        <option value="">{changeWords.choose}</option>
        {able.length > 0 && (
          <optgroup label={changeWords.proposed}>
            {able.map(({ person, hours }) => (
              <option key={person.id} value={person.id}>
                {changeWords.substitute(person.name, hours)}
              </option>
            ))}
          </optgroup>
        )}
        <optgroup label={changeWords.others}>
          {rest.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly PersonRef[];
  readonly onChange: (id: string) => void;
};

function Choice({ label, value, options, onChange }: ChoiceProps): ReactNode {
  const field = useId();
  return (
    <div className="change-field">
      <label htmlFor={field}>{label}</label>
      <select id={field} className="field" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

type MomentProps = Pick<ChoiceProps, "label" | "value" | "onChange">;

function Moment({ label, value, onChange }: MomentProps): ReactNode {
  const field = useId();
  return (
    <div className="change-field">
      <label htmlFor={field}>{label}</label>
      <input
        id={field}
        className="field numbers"
        type="datetime-local"
        required
        min="1970-01-02T00:00"
        max="2199-12-31T00:00"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}

function Why({ form, onChange }: FormProps): ReactNode {
  const field = useId();
  const cover = form.kind === "cover";
  return (
    <div className="change-field change-why">
      <label htmlFor={field}>{cover ? changeWords.note : changeWords.reason}</label>
      <input
        id={field}
        className="field"
        maxLength={cover ? 500 : 200}
        value={form.why}
        onChange={(event) => onChange({ ...form, why: event.currentTarget.value })}
      />
    </div>
  );
}
