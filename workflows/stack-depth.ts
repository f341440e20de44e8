/**
 * The SDK takes a stack for every promise, to tell where a record waits. Ten calls deep, as by
 * default, that takes a quarter of a workflow's processor time (docs/benchmarks.md); five still
 * name the place, the SDK's own two calls on top of it included.
 */
Error.stackTraceLimit = 5;
