// Imported first and alone: syntax that an old Node can still read, so that it can say what is wrong.
var REQUIRED_MAJOR = 20;
var REQUIRED_MINOR = 19;

var parts = process.versions.node.split('.');
var major = Number(parts[0]);
var minor = Number(parts[1]);

if (major < REQUIRED_MAJOR || (major === REQUIRED_MAJOR && minor < REQUIRED_MINOR)) {
  process.stderr.write(
    'Payung memerlukan Node.js 20.19 atau lebih baru, yang terpasang ' +
      process.versions.node +
      '; pasang dari https://nodejs.org / Payung needs Node.js 20.19 or later, this is ' +
      process.versions.node +
      '; install it from https://nodejs.org\n',
  );
  process.exit(1);
}
