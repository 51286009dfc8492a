/** What is alive in a page, by the engine's own account, after its garbage was collected. */

/** Opens the engine's account of a page. `isStripes` says of a script's address that it is Stripe's. */
export async function openAccount(page, isStripes) {
  const cdp = await page.context().newCDPSession(page);
  const scripts = new Map();
  cdp.on('Debugger.scriptParsed', ({ scriptId, url }) => scripts.set(scriptId, url));
  await cdp.send('Debugger.enable');
  await cdp.send('HeapProfiler.enable');

  const evaluate = async (expression) => (await cdp.send('Runtime.evaluate', { expression })).result.objectId;

  /** How many objects of a class there are, wherever they are kept. */
  const countOf = async (prototype) => {
    const prototypeObjectId = await evaluate(prototype);
    if (!prototypeObjectId) return 0;
    const { objects } = await cdp.send('Runtime.queryObjects', { prototypeObjectId });
    const { result } = await cdp.send('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      functionDeclaration: 'function () { return this.length; }',
      returnByValue: true,
    });
    await cdp.send('Runtime.releaseObject', { objectId: objects.objectId });
    return result.value;
  };

  /** Listeners on what outlives a checkout; Stripe's own are not counted. */
  const listenersOn = async (target) => {
    const objectId = await evaluate(target);
    const { listeners } = await cdp.send('DOMDebugger.getEventListeners', { objectId });
    return listeners.filter(({ scriptId }) => !isStripes(scripts.get(scriptId) ?? '')).length;
  };

  return async () => {
    // What is freed by one collection lets go of more.
    for (let turn = 0; turn < 3; turn += 1) await cdp.send('HeapProfiler.collectGarbage');
    const elements = await countOf('customElements.get("billing-checkout")?.prototype');
    const frames = await countOf('HTMLIFrameElement.prototype');
    let listeners = 0;
    for (const target of ['window', 'document', 'document.documentElement', 'document.body', 'document.head'])
      listeners += await listenersOn(target);
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    const { documents, nodes } = await cdp.send('Memory.getDOMCounters');
    const counted = await page.evaluate(() => ({
      timers: window.leaks.timers(),
      observers: window.leaks.observers(),
      instances: window.leaks.instances(),
    }));
    await cdp.send('Runtime.releaseObjectGroup', { objectGroup: '' });
    return { elements, frames, documents, nodes, listeners, ...counted, timers: counted.timers.length, heap: usedSize };
  };
}
