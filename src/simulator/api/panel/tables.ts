/** Tables of the control panel: objects, events, requests. */
import { html } from 'hono/html';
import type { EventRecord } from '../events/event-record.js';
import type { LogEntry } from '../http/request-log.js';
import { findKind, type Kind, type PanelObject } from './kinds.js';
import { panelPath, toActionForm, toTime, type Html } from './layout.js';

/** Objects of one kind. */
export const toObjectTable = (account: string, { slug }: Kind, objects: readonly PanelObject[]): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="Objects">
    <table>
      <thead>
        <tr>
          <th scope="col">Id</th>
          <th scope="col">What</th>
          <th scope="col">Made</th>
        </tr>
      </thead>
      <tbody>
        ${objects.map(
          ({ id, line, created }) =>
            html`<tr>
              <td><a href="${panelPath(account, slug, id)}">${id}</a></td>
              <td>${line}</td>
              <td>${toTime(created)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** Events with the object each is about, and a button that sends one again. */
export const toEventTable = (account: string, events: readonly EventRecord[], back: string): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="Events">
    <table>
      <thead>
        <tr>
          <th scope="col">Event</th>
          <th scope="col">About</th>
          <th scope="col">When</th>
          <th scope="col">Undelivered</th>
          <th scope="col">Deliver</th>
        </tr>
      </thead>
      <tbody>
        ${events.map(
          (event) =>
            html`<tr>
              <td><a href="${panelPath(account, 'events', event.id)}">${event.type}</a></td>
              <td>${toSubjectLink(account, event)}</td>
              <td>${toTime(event.created)}</td>
              <td>${event.pending_webhooks}</td>
              <td>${toActionForm(panelPath(account, 'actions', 'resend'), { event: event.id, back }, 'Send again')}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** The id of the object an event is about. */
export const toSubject = ({ data: { object } }: EventRecord): string =>
  'id' in object && typeof object.id === 'string' ? object.id : '';

/** The object, where the panel shows its kind. Stripe names kinds alike: `checkout.session` is one of `checkout_sessions`. */
function toSubjectLink(account: string, event: EventRecord): Html {
  const id = toSubject(event);
  const { object } = event.data;
  const name = 'object' in object && typeof object.object === 'string' ? object.object : '';
  const kind = findKind(`${name.replace('.', '_')}s`);
  return kind === undefined
    ? html`<code>${id}</code>`
    : html`<a href="${panelPath(account, kind.slug, id)}"><code>${id}</code></a>`;
}

/** Requests and how they were answered. */
export const toRequestTable = (entries: readonly LogEntry[]): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="Requests">
    <table>
      <thead>
        <tr>
          <th scope="col">Request</th>
          <th scope="col">Status</th>
          <th scope="col">When</th>
          <th scope="col">Id</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map(
          ({ method, path, status, time, request_id: id }) =>
            html`<tr>
              <td><code>${method} ${path}</code></td>
              <td>${status ?? 'broken'}</td>
              <td>${toTime(Math.floor(time / 1000))}</td>
              <td><code>${id}</code></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
