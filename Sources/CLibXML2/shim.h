#include <libxml/xmlversion.h>

// Debian builds libxml2 with ICU, whose headers clash with those of Swift's Foundation. Nothing here needs ICU's types.
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

// xmlFree is a variable, which Swift's concurrency checking cannot let through.
static inline void freeXMLString(xmlChar *string) { xmlFree(string); }
