process.env.DO_NOT_TRACK = '1';
process.env.LITE_TELEMETRY = '0';
