import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Upgrade } from './upgrade';

const place = document.querySelector('#app');
if (place === null) throw new Error('The page has no #app.');
createRoot(place).render(
  <StrictMode>
    <Upgrade />
  </StrictMode>,
);
