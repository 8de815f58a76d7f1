// JupyterLab's own client against a server: node client.js URL TOKEN. Prints one line for each thing that worked; ends with 1 at the first that did not.
'use strict';
const { KernelManager, ServerConnection } = require('@jupyterlab/services');
const WebSocket = require('ws');

const [baseUrl, token] = process.argv.slice(2);
const patience = 120000;

function within(promise, what) {
  let timer;
  const late = new Promise((_, fail) => { timer = setTimeout(() => fail(new Error(what + ' took longer than ' + patience / 1000 + ' s')), patience); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function run(kernel, code) {
  const outputs = [];
  const future = kernel.requestExecute({ code });
  future.onIOPub = message => outputs.push(message);
  const reply = await within(future.done, code);
  return { reply: reply.content, outputs };
}

function check(condition, what) {
  if (!condition) throw new Error(what);
  console.log('ok ' + what);
}

async function main() {
  const serverSettings = ServerConnection.makeSettings({ baseUrl, wsUrl: baseUrl.replace(/^http/, 'ws'), token, appendToken: true, WebSocket, fetch, Request, Headers });
  const manager = new KernelManager({ serverSettings });
  await within(manager.ready, 'the manager');
  const kernel = await within(manager.startNew({ name: '.net-csharp' }), 'the start');
  const info = await within(kernel.info, 'kernel_info');
  check(info.language_info.name === 'C#' && info.status === 'ok', 'start');

  let made = await run(kernel, 'var kept = 21; Console.WriteLine("said"); kept + kept');
  const types = made.outputs.map(message => message.header.msg_type);
  check(made.reply.status === 'ok' && types.includes('stream') && made.outputs.some(message => message.content.data && message.content.data['text/plain'] === '42'), 'execute');

  const completed = await within(kernel.requestComplete({ code: 'Console.WriteL', cursor_pos: 14 }), 'completion');
  check(completed.content.matches.includes('WriteLine'), 'complete');

  const loop = kernel.requestExecute({ code: 'while (true) { }' });
  await within(new Promise(resolve => { loop.onIOPub = message => message.header.msg_type === 'execute_input' && resolve(); }), 'the loop');
  await within(kernel.interrupt(), 'the interrupt');
  const stopped = await within(loop.done, 'the end of the loop');
  check(stopped.content.status === 'error' && stopped.content.ename === 'KeyboardInterrupt', 'interrupt');
  made = await run(kernel, 'kept');
  check(made.outputs.some(message => message.content.data && message.content.data['text/plain'] === '21'), 'state kept');

  const comm = kernel.createComm('synthnotebooks');
  const answer = new Promise(resolve => { comm.onMsg = message => resolve(message.content.data); });
  comm.open({ id: 'nothing' });
  check((await within(answer, 'the comm')).kind === 'gone', 'comm');

  await within(kernel.restart(), 'the restart');
  made = await run(kernel, 'kept');
  check(made.reply.status === 'error' && made.reply.execution_count === 1, 'restart');

  await within(kernel.shutdown(), 'the shutdown');
  await within(manager.refreshRunning(), 'the list');
  check(![...manager.running()].some(model => model.id === kernel.id), 'shutdown');
  manager.dispose();
}

main().then(() => process.exit(0), failure => {
  console.error(failure);
  process.exit(1);
});
