/** How the hosted page looks. */
export const hostedStyle = `
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #30313d; background: #fff; }
main { max-width: 30rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
a { color: #0055de; }
ul { margin: 0; padding: 0; list-style: none; }
li, .total { display: flex; justify-content: space-between; gap: 1rem; margin: 0.25rem 0; }
.total { margin-top: 0.75rem; padding-top: 0.75rem; border-top: 1px solid #e6e6e6; }
section { margin: 1rem 0 1.5rem; }
label { display: block; margin: 0.75rem 0 0.25rem; }
input { box-sizing: border-box; width: 100%; padding: 0.75rem; border: 1px solid #8792a2; border-radius: 6px; font: inherit; }
.row { display: flex; gap: 0.5rem; }
#address, #payment { margin: 1rem 0; }
button { min-height: 2.75rem; padding: 0 1.25rem; border: 1px solid #8792a2; border-radius: 6px; background: #fff; font: inherit; cursor: pointer; }
#pay { width: 100%; border: 0; background: #0055de; color: #fff; font-weight: 600; }
#pay[aria-disabled='true'], #pay:disabled { opacity: 0.6; cursor: default; }
:focus-visible { outline: 2px solid #0055de; outline-offset: 2px; }
#problem { color: #b3093c; }
#problem:empty { display: none; }
`;
