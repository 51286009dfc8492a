/** What a checkout keeps of the page's memory: once it is there, and what each further one leaves behind. */

const MOUNTS = 5;

/** Bytes of the page's JavaScript heap, after whatever can be collected was. */
async function heap(devtools) {
  for (let round = 0; round < 2; round += 1) await devtools.send('HeapProfiler.collectGarbage');
  return (await devtools.send('Runtime.getHeapUsage')).usedSize;
}

/** Takes the checkout away and puts another there, again and again. */
export async function measureMemory({ page, devtools }) {
  const loaded = await heap(devtools);
  await page.evaluate(defaultBench);
  await mountAgain(page);
  const first = await heap(devtools);
  for (let round = 0; round < MOUNTS; round += 1) await mountAgain(page);
  return { memory: loaded, perMount: ((await heap(devtools)) - first) / MOUNTS };
}

async function mountAgain(page) {
  await page.evaluate(async () => {
    await window.bench.unmount();
    window.benchSeen.lookAgain();
    await window.bench.mount();
  });
  await page.waitForFunction(() => window.benchSeen.shownAt, undefined, { polling: 50 });
}

/** Runs in the page. A tag that does everything by itself says nothing of how it is mounted. */
function defaultBench() {
  const place = document.querySelector('[data-checkout]');
  const tag = place.firstElementChild?.cloneNode();
  window.bench ??= { mount: () => place.append(tag.cloneNode()), unmount: () => place.replaceChildren() };
}
