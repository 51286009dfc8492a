/** Stylesheet of the challenge's layer and of the bank's page in it. */
export const challengeStyles = `
.Layer { display: grid; place-items: center; height: 100vh; height: 100dvh; padding: 12px; background: rgba(14, 15, 27, 0.56); animation: appear 0.18s ease; overflow: auto; }
.Card { display: flex; flex-direction: column; width: min(400px, 100%); height: min(320px, 100%); background: #fff; border-radius: 10px; overflow: hidden; box-shadow: 0 18px 50px rgba(0, 0, 0, 0.35); animation: rise 0.22s ease; }
.Card--tall { height: min(560px, 100%); }
.CardHead { display: flex; align-items: center; justify-content: space-between; padding: 8px 8px 8px 20px; border-bottom: 1px solid #e6e6eb; font-weight: 600; color: #30313d; }
.Close { width: 40px; height: 40px; border: 0; border-radius: 8px; background: none; color: #6d6e78; font: 400 26px/1 Arial, sans-serif; cursor: pointer; }
.Close:hover { background: #f2f2f5; }
.Close:focus-visible, .Bank:focus-visible { outline: 3px solid rgba(5, 112, 222, 0.45); outline-offset: 2px; }
#challengeFrame { flex: 1; min-height: 0; border: 0; width: 100%; }
.BankPage { display: flex; flex-direction: column; gap: 14px; justify-content: center; min-height: 100vh; padding: 20px; color: #30313d; line-height: 1.5; }
.BankPage--top { justify-content: flex-start; flex: 1; min-height: 0; overflow: auto; }
.BankPage h1:focus { outline: 0; }
.BankPage ul { display: grid; gap: 8px; margin: 0; padding: 0; list-style: none; }
.BankPage li .Bank { width: 100%; text-align: start; }
.BankPage fieldset { display: grid; gap: 10px; margin: 0; padding: 0; border: 0; }
.BankPage legend { padding: 0 0 10px; color: #5a5b66; }
.Account { display: flex; align-items: center; gap: 8px; min-height: 32px; }
.BankPage h1 { margin: 0; font-size: 1.3rem; line-height: 1.25; }
.BankPage p { margin: 0; color: #5a5b66; }
.Choices { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 8px; }
.Bank { flex: 1; min-height: 44px; padding: 0 20px; border: 1px solid #d5d6dd; border-radius: 6px; background: #fff; color: #30313d; font: inherit; font-weight: 600; cursor: pointer; }
.Bank--main { border-color: #0570de; background: #0570de; color: #fff; }
.Bank:hover { filter: brightness(0.95); }
@keyframes appear { from { opacity: 0; } }
@keyframes rise { from { transform: translateY(12px); opacity: 0; } }
`;
