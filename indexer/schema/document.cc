#include "indexer/schema/document.h"
