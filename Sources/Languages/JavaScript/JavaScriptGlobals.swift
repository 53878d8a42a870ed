/// Names that are there without an import, in browsers, in Node or in both: they stand for themselves.
enum JavaScriptGlobals {
  static let names: Set<String> = [
    // The language.
    "AggregateError", "Array", "ArrayBuffer", "Atomics", "BigInt", "BigInt64Array", "BigUint64Array", "Boolean",
    "DataView", "Date", "Error", "EvalError", "FinalizationRegistry", "Float32Array", "Float64Array", "Function",
    "Infinity", "Int16Array", "Int32Array", "Int8Array", "Intl", "Iterator", "JSON", "Map", "Math", "NaN", "Number",
    "Object", "Promise", "Proxy", "RangeError", "ReferenceError", "Reflect", "RegExp", "Set", "SharedArrayBuffer",
    "String", "Symbol", "SyntaxError", "TypeError", "URIError", "Uint16Array", "Uint32Array", "Uint8Array",
    "Uint8ClampedArray", "WeakMap", "WeakRef", "WeakSet", "WebAssembly", "decodeURI", "decodeURIComponent",
    "encodeURI", "encodeURIComponent", "escape", "eval", "globalThis", "isFinite", "isNaN", "parseFloat", "parseInt",
    "unescape",
    // Node.
    "Buffer", "__dirname", "__filename", "clearImmediate", "global", "process", "require", "setImmediate",
    "structuredClone",
    // Both.
    "AbortController", "AbortSignal", "Blob", "BroadcastChannel", "CompressionStream", "CustomEvent", "DOMException",
    "DecompressionStream", "Event", "EventSource", "EventTarget", "File", "FormData", "Headers", "MessageChannel",
    "MessagePort", "ReadableStream", "Request", "Response", "TextDecoder", "TextEncoder", "TransformStream", "URL",
    "URLSearchParams", "WebSocket", "WritableStream", "atob", "btoa", "clearInterval", "clearTimeout", "console",
    "crypto", "fetch", "performance", "queueMicrotask", "setInterval", "setTimeout",
    // Browsers.
    "Audio", "Element", "FileReader", "HTMLElement", "Image", "IntersectionObserver", "MutationObserver", "Node",
    "Notification", "ResizeObserver", "Worker", "XMLHttpRequest", "addEventListener", "alert", "caches",
    "cancelAnimationFrame", "confirm", "customElements", "document", "getComputedStyle", "history", "indexedDB",
    "localStorage", "location", "matchMedia", "navigator", "prompt", "removeEventListener", "requestAnimationFrame",
    "requestIdleCallback", "screen", "self", "sessionStorage", "window",
    // Other hosts.
    "Bun", "Deno",
    // Test runners that put their names there.
    "afterAll", "afterEach", "beforeAll", "beforeEach", "cy", "Cypress", "describe", "expect", "it", "jasmine", "jest",
    "spyOn", "test", "vi",
  ]
}
