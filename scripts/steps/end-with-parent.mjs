/** Loaded into the web server: ends it when the process that started it is gone, however that died. */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
