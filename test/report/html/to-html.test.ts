// @vitest-environment jsdom
/** The report as a page. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createReport, toHtml, type Report } from '../../../src/report/index.js';
import { openMarket } from '../market.js';

const parse = (text: string): Document => new DOMParser().parseFromString(text, 'text/html');

let report: Report;
let html: string;
let page: Document;

beforeAll(async () => {
  const market = await openMarket();
  for (const day of [0, 1, 2]) {
    await market.visits('two-page', 8, 4, { day });
    await market.visits('one-page', 8, 5, { day });
    await market.visits('blue', 8, 4, { day });
  }
  market.wait(12);
  report = await createReport({ stripe: market.stripe, experiment: 'pages', now: market.now });
  html = toHtml(report);
  page = parse(html);
});

describe('the page', () => {
  it('says the verdict first', () => {
    expect(page.querySelector('h1')?.textContent).toBe('Experiment pages');
    expect(page.querySelector('.verdict')?.textContent).toContain(report.verdict.sentence);
  });

  it('names each plot and gives its numbers as a table', () => {
    const plots = [...page.querySelectorAll('figure')];
    expect(plots.map((plot) => plot.querySelector('svg title')?.textContent)).toEqual([
      'Relative lift over two-page',
      'Conversion rate by day of exposure, all days so far',
      'Relative lift over two-page by day, with its confidence sequence',
    ]);
    for (const plot of plots) {
      const svg = plot.querySelector('svg')!;
      expect(page.getElementById(svg.getAttribute('aria-labelledby')!)).not.toBeNull();
      expect(page.getElementById(svg.getAttribute('aria-describedby')!)?.textContent).not.toBe('');
      expect(plot.querySelectorAll('tbody tr').length).toBeGreaterThan(0);
    }
    expect(plots[1]?.querySelector('tbody tr:last-child')?.textContent).toContain('2026-10-03');
  });

  it('draws within its frame', () => {
    for (const svg of page.querySelectorAll('svg')) {
      const [, , width, height] = svg.getAttribute('viewBox')!.split(' ').map(Number);
      for (const dot of svg.querySelectorAll('circle')) {
        expect(Number(dot.getAttribute('cx'))).toBeGreaterThanOrEqual(0);
        expect(Number(dot.getAttribute('cx'))).toBeLessThanOrEqual(width!);
        expect(Number(dot.getAttribute('cy'))).toBeLessThanOrEqual(height!);
      }
    }
  });

  it('holds no script, loads nothing, and its policy allows its own style alone', () => {
    expect(page.querySelectorAll('script, link, img, iframe, [style], [onclick]')).toHaveLength(0);
    const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content');
    const style = page.querySelector('style')!.textContent;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'`);
    expect(html).not.toMatch(/https?:\/\//);
  });

  it('escapes what came from elsewhere', () => {
    const evil = toHtml({
      ...report,
      experiment: '<img src=x onerror=alert(1)>',
      notes: ['"><script>alert(1)</script>'],
    });
    const hurt = parse(evil);
    expect(hurt.querySelectorAll('img, script')).toHaveLength(0);
    expect(hurt.querySelector('h1')?.textContent).toContain('<img');
  });
});
