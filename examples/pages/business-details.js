/** Fields of the page's own. The check is written in the form that zod, valibot and others share. */
const cost = {
  '~standard': {
    version: 1,
    vendor: 'demo',
    validate: (value) => (/^\d{4}$/.test(value) ? { value } : { issues: [{ message: 'Four digits, like 4711.' }] }),
  },
};

document.querySelector('billing-checkout').fields = [
  { name: 'cost_center', label: 'Cost center', required: true, schema: cost },
  { name: 'team', label: 'Team' },
];
