/** The upgrade page: seats are chosen outside the checkout, which follows and loses nothing that was typed. */
import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import 'billing-checkout';

@Component({
  selector: 'app-upgrade',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>{{ paid() ? 'Welcome aboard' : 'Upgrade to Pro' }}</h1>
      <label [hidden]="paid()">
        Seats
        <input #box type="number" min="1" max="500" [value]="seats()" (input)="seats.set(box.valueAsNumber || 1)" />
      </label>
      <billing-checkout
        publishable-key="pk_test_shop"
        price="pro_monthly"
        [quantity]="seats()"
        (billing-complete)="paid.set($event.detail.sessionId)"
      >
        <p slot="legal">Cancel whenever you like.</p>
      </billing-checkout>
    </main>
  `,
})
export class Upgrade {
  readonly seats = signal(3);
  readonly paid = signal<string | null>(null);
}
