const initialsOf = (name: string): string => {
  const names = name.split(/\s+/).filter((part) => part !== '');
  return [names[0], names.length > 1 ? names.at(-1) : undefined].map((part) => part?.slice(0, 1) ?? '').join('');
};

export const Initials = ({ name }: { name: string }) => (
  <span class="initials" aria-hidden="true">
    {initialsOf(name)}
  </span>
);

/** An employee by name, with what they are beneath. */
export const Person = ({ name, role }: { name: string; role?: string }) => (
  <div class="person">
    <Initials name={name} />
    <div>
      <b>{name}</b>
      {role !== undefined && <span class="sub">{role}</span>}
    </div>
  </div>
);
