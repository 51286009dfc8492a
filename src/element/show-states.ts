/** Tells style sheets where the checkout stands: `:state(ready)` and its like. */

/** Adds the states that hold, takes the others away. */
export function showStates(states: CustomStateSet, holds: Readonly<Record<string, boolean>>): void {
  for (const [name, on] of Object.entries(holds)) states[on ? 'add' : 'delete'](name);
}
