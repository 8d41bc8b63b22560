#ifndef TESSERA_CLIBYAML_SHIM_H
#define TESSERA_CLIBYAML_SHIM_H

#include <yaml.h>

// The members of `event.data` are a union, which Swift would let a caller read with the wrong name.
// Each of these reads the member that belongs to the type of the event and answers NULL for others.

/// The anchor that an event defines, or the one that an alias refers to; NULL where there is none.
static inline const yaml_char_t *tessera_yaml_anchor(const yaml_event_t *event) {
    switch (event->type) {
    case YAML_ALIAS_EVENT: return event->data.alias.anchor;
    case YAML_SCALAR_EVENT: return event->data.scalar.anchor;
    case YAML_SEQUENCE_START_EVENT: return event->data.sequence_start.anchor;
    case YAML_MAPPING_START_EVENT: return event->data.mapping_start.anchor;
    default: return NULL;
    }
}

/// The explicit tag of a node; NULL where there is none.
static inline const yaml_char_t *tessera_yaml_tag(const yaml_event_t *event) {
    switch (event->type) {
    case YAML_SCALAR_EVENT: return event->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT: return event->data.sequence_start.tag;
    case YAML_MAPPING_START_EVENT: return event->data.mapping_start.tag;
    default: return NULL;
    }
}

#endif
