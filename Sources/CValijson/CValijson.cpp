#include "CValijson.h"

#include <cstring>
#include <exception>
#include <memory>
#include <new>
#include <regex>
#include <string>

#include <nlohmann/json.hpp>

// Without it, valijson ends the program where it would throw.
#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace {

/// Deeper than any sensible file, and far from the end of the stack: valijson calls itself once for each level.
constexpr size_t depth_limit = 128;

/// The regular expressions of C++ call themselves once for each byte of the text.
constexpr size_t pattern_limit = 4096;

void fail(tessera_json_failure *failure, tessera_json_status status, size_t offset, const char *message) noexcept {
    failure->status = status;
    failure->offset = offset;
    size_t length = std::strlen(message);
    if (length >= sizeof failure->message) {
        length = sizeof failure->message - 1;
        // Never within a character.
        while (length > 0 && (static_cast<unsigned char>(message[length]) & 0xC0) == 0x80) { length -= 1; }
    }
    std::memcpy(failure->message, message, length);
    failure->message[length] = 0;
}

/// Whether brackets are nested deeper than the limit; `offset` is then that of the first one too many.
bool is_too_deep(const char *text, size_t length, size_t *offset) noexcept {
    size_t depth = 0;
    bool is_string = false;
    for (size_t index = 0; index < length; ++index) {
        const char character = text[index];
        if (is_string) {
            if (character == '\\') { index += 1; }
            if (character == '"') { is_string = false; }
            continue;
        }
        switch (character) {
        case '"': is_string = true; break;
        case '[':
        case '{':
            if (++depth > depth_limit) {
                *offset = index;
                return true;
            }
            break;
        case ']':
        case '}':
            if (depth > 0) { depth -= 1; }
            break;
        default: break;
        }
    }
    return false;
}

/// Reads a text; false, with the failure filled, where it is no JSON.
bool parse(nlohmann::json &document, const char *text, size_t length, tessera_json_failure *failure) {
    size_t offset = 0;
    if (is_too_deep(text, length, &offset)) {
        fail(failure, TESSERA_JSON_TOO_DEEP, offset, "it is nested too deep");
        return false;
    }
    try {
        document = nlohmann::json::parse(text, text + length);
        return true;
    } catch (const nlohmann::json::parse_error &error) {
        // The number of the byte that was read last, from 1; 0 where it is not known.
        fail(failure, TESSERA_JSON_NO_JSON, error.byte > 0 ? error.byte - 1 : 0, error.what());
    } catch (const nlohmann::json::exception &error) {
        fail(failure, TESSERA_JSON_NO_JSON, 0, error.what());
    }
    return false;
}

/// The JSON Pointer of what valijson calls `<root>`, `[rows]`, `[0]`.
std::string pointer(const std::vector<std::string> &context) {
    std::string result;
    for (size_t index = 1; index < context.size(); ++index) {
        const std::string &step = context[index];
        result += '/';
        for (size_t place = 1; place + 1 < step.size(); ++place) {
            switch (step[place]) {
            case '~': result += "~0"; break;
            case '/': result += "~1"; break;
            default: result += step[place];
            }
        }
    }
    return result;
}

/// Whether some characters are digits; then `number` is what they say.
bool is_number(const std::string &text, size_t start, size_t length, int &number) noexcept {
    number = 0;
    for (size_t index = start; index < start + length; ++index) {
        if (text[index] < '0' || text[index] > '9') { return false; }
        number = number * 10 + (text[index] - '0');
    }
    return true;
}

/// A day of the Gregorian calendar as RFC 3339 writes it: 2007-07-17.
bool is_date(const std::string &text) noexcept {
    int year, month, day;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !is_number(text, 0, 4, year)
        || !is_number(text, 5, 2, month) || !is_number(text, 8, 2, day)) {
        return false;
    }
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    if (month < 1 || month > 12 || day < 1) { return false; }
    const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day <= days[month - 1] + (month == 2 && is_leap ? 1 : 0);
}

/// A moment as RFC 3339 writes it: 2007-07-17T16:52:45Z.
bool is_date_time(const std::string &text) {
    static const std::regex time("[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]{1,9})?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])");
    return text.size() > 10 && text.size() < 40 && is_date(text.substr(0, 10))
        && std::regex_match(text.substr(10), time);
}

} // namespace

namespace valijson {

// valijson hands any text to std::regex_search, which runs out of stack on long ones.
template<>
bool ValidationVisitor<adapters::NlohmannJsonAdapter>::visit(const PatternConstraint &constraint) {
    if ((m_strictTypes && !m_target.isString()) || !m_target.maybeString()) { return true; }
    const std::string text = m_target.asString();
    if (text.size() > pattern_limit) {
        if (m_results) { m_results->pushError(m_context, "String is too long for a 'pattern' constraint."); }
        return false;
    }
    const std::string pattern(constraint.getPattern<std::string::allocator_type>());
    auto found = m_regexesCache.find(pattern);
    if (found == m_regexesCache.end()) { found = m_regexesCache.emplace(pattern, std::regex(pattern)).first; }
    if (std::regex_search(text, found->second)) { return true; }
    if (m_results) { m_results->pushError(m_context, "Failed to match regex specified by 'pattern' constraint."); }
    return false;
}

// valijson throws where a value that has a format is no text, takes 30 February for a date, and says nothing of the
// 32nd of a month.
template<>
bool ValidationVisitor<adapters::NlohmannJsonAdapter>::visit(const FormatConstraint &constraint) {
    if (!m_target.isString()) { return true; }
    const std::string text = m_target.asString();
    const std::string &format = constraint.getFormat();
    if (format == "date" ? is_date(text) : format == "date-time" ? is_date_time(text) : true) { return true; }
    if (m_results) { m_results->pushError(m_context, "String should be a valid " + format); }
    return false;
}

} // namespace valijson

struct tessera_json_schema {
    valijson::Schema schema;
};

extern "C" tessera_json_schema *tessera_json_schema_compile(
    const char *text, size_t length, tessera_json_failure *failure
) {
    try {
        nlohmann::json document;
        if (!parse(document, text, length, failure)) { return nullptr; }
        if (!document.is_object() && !document.is_boolean()) {
            fail(failure, TESSERA_JSON_NO_SCHEMA, 0, "a schema is an object");
            return nullptr;
        }
        auto result = std::make_unique<tessera_json_schema>();
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        valijson::adapters::NlohmannJsonAdapter adapter(document);
        parser.populateSchema(adapter, result->schema);
        fail(failure, TESSERA_JSON_DONE, 0, "");
        return result.release();
    } catch (const std::bad_alloc &) {
        fail(failure, TESSERA_JSON_NO_MEMORY, 0, "there is not enough memory");
    } catch (const std::exception &error) {
        fail(failure, TESSERA_JSON_NO_SCHEMA, 0, error.what());
    } catch (...) {
        fail(failure, TESSERA_JSON_NO_SCHEMA, 0, "the schema cannot be compiled");
    }
    return nullptr;
}

extern "C" void tessera_json_schema_free(tessera_json_schema *schema) {
    delete schema;
}

extern "C" tessera_json_status tessera_json_schema_validate(
    const tessera_json_schema *schema, const char *text, size_t length,
    void *context, tessera_json_report report, tessera_json_failure *failure
) {
    try {
        nlohmann::json document;
        if (!parse(document, text, length, failure)) { return failure->status; }
        valijson::Validator validator(valijson::Validator::kStrongTypes);
        valijson::adapters::NlohmannJsonAdapter adapter(document);
        valijson::ValidationResults results;
        if (!validator.validate(schema->schema, adapter, &results) && results.numErrors() == 0) {
            results.pushError({ "<root>" }, "The value is not allowed.");
        }
        for (const auto &error : results) {
            const std::string place = pointer(error.context);
            if (!report(context, place.data(), place.size(), error.description.data(), error.description.size())) {
                break;
            }
        }
        fail(failure, TESSERA_JSON_DONE, 0, "");
    } catch (const std::bad_alloc &) {
        fail(failure, TESSERA_JSON_NO_MEMORY, 0, "there is not enough memory");
    } catch (const std::exception &error) {
        fail(failure, TESSERA_JSON_NO_SCHEMA, 0, error.what());
    } catch (...) {
        fail(failure, TESSERA_JSON_NO_SCHEMA, 0, "the text cannot be checked");
    }
    return failure->status;
}
