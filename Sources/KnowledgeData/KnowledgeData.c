// The catalog as bytes in the binary. It is C for `#embed`: a Swift array literal of this size (SwiftPM's
// `.embedInCode`) takes minutes to compile, and a resource bundle would be a second file to install and to read.
// A folder per family of languages, whose `files.h` has one line per knowledge file, `#embed "requests.json"
// suffix(, 0,)`: the NUL ends its text.

#include "KnowledgeData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const char csharp[] = {
#include "csharp/files.h"
  0
};

static const char go[] = {
#include "go/files.h"
  0
};

static const char java[] = {
#include "java/files.h"
  0
};

static const char javascript[] = {
#include "javascript/files.h"
  0
};

static const char kotlin[] = {
#include "kotlin/files.h"
  0
};

static const char php[] = {
#include "php/files.h"
  0
};

static const char python[] = {
#include "python/files.h"
  0
};

static const char ruby[] = {
#include "ruby/files.h"
  0
};

static const char rust[] = {
#include "rust/files.h"
  0
};

static const char swift[] = {
#include "swift/files.h"
  0
};

#define FAMILY(name) {#name, name, sizeof name}

static const LacunaKnowledge families[] = {
  FAMILY(csharp),
  FAMILY(go),
  FAMILY(java),
  FAMILY(javascript),
  FAMILY(kotlin),
  FAMILY(php),
  FAMILY(python),
  FAMILY(ruby),
  FAMILY(rust),
  FAMILY(swift),
};

size_t lacuna_knowledge_count(void) {
  return sizeof families / sizeof families[0];
}

LacunaKnowledge lacuna_knowledge(size_t index) {
  return index < lacuna_knowledge_count() ? families[index] : (LacunaKnowledge){0};
}
