import { bootstrapApplication } from '@angular/platform-browser';
import { Upgrade } from './upgrade';

bootstrapApplication(Upgrade).catch((error: unknown) => {
  console.error(error);
});
