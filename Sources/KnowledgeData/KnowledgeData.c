// The catalog as bytes in the binary. It is C for `#embed`: a Swift array literal of this size (SwiftPM's
// `.embedInCode`) takes minutes to compile, and a resource bundle would be a second file to install and to read.
// One line per knowledge file, `#embed "python/requests.json" suffix(, 0,)`: the NUL ends its text.

#include "KnowledgeData.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const char javascript[] = {
#embed "javascript/fetch.json" suffix(, 0,)
};

static const char python[] = {
#embed "python/requests.json" suffix(, 0,)
};

LacunaKnowledge lacuna_knowledge_javascript(void) {
  return (LacunaKnowledge){javascript, sizeof javascript};
}

LacunaKnowledge lacuna_knowledge_python(void) {
  return (LacunaKnowledge){python, sizeof python};
}
