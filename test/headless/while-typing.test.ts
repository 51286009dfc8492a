/** What fields say while they are typed in: late with complaints, quick to forgive. */
import { describe, expect, it } from 'vitest';
import { suggestEmail } from '../../src/headless/suggest-email.js';
import { isFilled } from '../../src/core/facts.js';
import { Customer } from './support/customer.js';
import { useShop } from './support/use-shop.js';

const shop = useShop();

const leftWrong = ({ checkout }: Customer): boolean =>
  checkout.facts.left.includes('email') && !isFilled(checkout.facts, 'email');

describe('the email', () => {
  it('complains of nothing before it is left, nor when nobody has typed', async () => {
    const customer = await Customer.open(shop());
    customer.checkout.leaveEmail();
    expect(leftWrong(customer)).toBe(false);
    customer.checkout.typeEmail('ada@');
    expect(leftWrong(customer)).toBe(false);
    customer.checkout.leaveEmail();
    expect(leftWrong(customer)).toBe(true);
  });

  it('forgives with the keystroke that mends it, and says nothing of the next slip before it is left again', async () => {
    const customer = await Customer.open(shop());
    customer.checkout.typeEmail('ada@example');
    customer.checkout.leaveEmail();
    customer.checkout.typeEmail('ada@example.c');
    expect(leftWrong(customer)).toBe(true);
    customer.checkout.typeEmail('ada@example.co');
    expect(leftWrong(customer)).toBe(false);
    expect(customer.checkout.facts.left).toEqual(['email']);
    customer.checkout.typeEmail('ada@example.');
    expect(customer.checkout.facts.left).toEqual([]);
  });

  it('says what Stripe says against it, until it is another', async () => {
    const customer = await Customer.open(shop());
    customer.gateway.refusedEmails.set('no@example.com', 'This email cannot be used.');
    customer.checkout.typeEmail('no@example.com');
    customer.checkout.leaveEmail();
    await customer.sees(() => leftWrong(customer));
    expect(customer.checkout.facts.emailRefused).toEqual({
      email: 'no@example.com',
      message: 'This email cannot be used.',
    });
    customer.checkout.typeEmail('yes@example.com');
    expect(leftWrong(customer)).toBe(false);
  });

  it('is not blamed when Stripe could not be told: it is told again with the next attempt', async () => {
    const customer = await Customer.open(shop());
    customer.gateway.refusedEmails.set('ada@example.com', '');
    customer.fill('pays');
    expect(await customer.checkout.submit()).toBe('invalid');
    expect(customer.checkout.facts.emailRefused).toEqual({ email: 'ada@example.com', message: null });
    customer.gateway.refusedEmails.clear();
    expect(await customer.checkout.submit()).toBe('complete');
  });

  it('is not blamed for an answer that was lost, once another has come through', async () => {
    const customer = await Customer.open(shop());
    let lose!: () => void;
    customer.gateway.untilRefused = new Promise<void>((resolve) => (lose = resolve));
    customer.gateway.refusedEmails.set('ada@example.com', 'We are experiencing issues connecting.');
    customer.fill('pays');
    customer.checkout.leaveEmail();
    customer.gateway.refusedEmails.clear();
    customer.checkout.leaveEmail();
    await customer.sees(() => customer.checkout.facts.summary?.email === 'ada@example.com');
    lose();
    expect(await customer.checkout.submit()).toBe('complete');
    expect(customer.checkout.facts.emailRefused).toBeNull();
    expect(leftWrong(customer)).toBe(false);
  });

  it('offers to mend a likely slip, and never insists', async () => {
    const customer = await Customer.open(shop(), { suggestEmail });
    customer.gateway.type('pays');
    customer.checkout.typeEmail('ada@gmial.com');
    customer.checkout.leaveEmail();
    await customer.sees(() => customer.checkout.facts.emailSuggestion === 'ada@gmail.com');
    expect(leftWrong(customer)).toBe(false);
    customer.checkout.typeEmail('ada@gmial.co');
    expect(customer.checkout.facts.emailSuggestion).toBeNull();
    customer.checkout.typeEmail('ada@gmial.com');
    customer.checkout.leaveEmail();
    await customer.sees(() => customer.checkout.facts.emailSuggestion !== null);
    customer.checkout.takeSuggestion();
    expect(customer.checkout.facts.email).toBe('ada@gmail.com');

    customer.checkout.typeEmail('ada@gmial.com');
    expect(await customer.checkout.submit()).toBe('complete');
  });
});
