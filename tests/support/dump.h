// A value as lines of text, "field: value", derived from its Fields: what golden files are compared
// with. Unset values and empty lists have no line, so that a field added later changes none.
#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/event.h"
#include "core/facts/fact.h"
#include "core/ids.h"

namespace cartulary::sample {

class Dumper {
 public:
  template <typename T>
  void operator()(const std::string& field, const T& value, const char* = "") {
    Add(field, value);
  }

  void AddEvent(const Event& event) {
    Add("format_version", event.format_version);
    Add("origin", event.origin);
    Add("index", event.index.value);
    Add("kind", event.kind);
    Add("subject", event.subject);
    Add("version", event.version);
    Add("link", event.link);
    Add("recorded", event.recorded);
    Add("recorded_date", event.recorded_date);
    Add("by", event.by);
    Add("sealed", event.sealed);
    Add("type", std::string(InfoOf(event.fact).name));
    std::visit([&](const auto& fact) { Fields(*this, fact); }, event.fact);
  }

  std::string text;

 private:
  void Line(const std::string& field, const std::string& value) {
    text += prefix_ + field + ": " + value + '\n';
  }

  void Add(const std::string& field, const std::string& value) { Line(field, value); }
  void Add(const std::string& field, bool value) { Line(field, value ? "true" : "false"); }
  template <NamedEnum E>
  void Add(const std::string& field, const E& value) {
    Line(field, std::string(ToName(value)));
  }
  template <std::unsigned_integral T>
  void Add(const std::string& field, const T& value) {
    Line(field, std::to_string(value));
  }
  void Add(const std::string& field, Version version) {
    Line(field, std::to_string(version.value));
  }
  void Add(const std::string& field, const Lookup& lookup) { Line(field, ToText(lookup.hmac)); }
  template <typename Tag>
  void Add(const std::string& field, const Code<Tag>& code) {
    Line(field, code.text);
  }
  // A value with a text (Id, Hash, Date, Instant, Decimal, …), or a struct with Fields.
  template <typename T>
  void Add(const std::string& field, const T& value) {
    if constexpr (requires { ToText(value); }) {
      Line(field, ToText(value));
    } else {
      Within(field, [&] { Fields(*this, value); });
    }
  }
  template <typename T>
  void Add(const std::string& field, const std::optional<T>& value) {
    if (value.has_value()) Add(field, *value);
  }
  template <typename T>
  void Add(const std::string& field, const std::vector<T>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      Add(field + "[" + std::to_string(i) + "]", values[i]);
    }
  }
  void Add(const std::string& field, const PlainFact& fact) {
    Line(field, std::string(InfoOf(fact).name));
    std::visit([&](const auto& plain) { Add(field, plain); }, fact);
  }
  void Add(const std::string& field, const EventRef& ref) {
    Within(field, [&] {
      Add("subject", ref.subject);
      Add("version", ref.version);
    });
  }
  void Add(const std::string& field, const Actor& actor) {
    Within(field, [&] {
      Add("person", actor.person);
      Add("role", actor.role);
      Add("assurance", actor.assurance);
      Add("uid", actor.uid);
    });
  }
  void Add(const std::string& field, const Evidence& evidence) {
    Within(field, [&] {
      Add("role", evidence.role);
      Add("salted_sha256", evidence.salted_sha256);
      Add("media_type", evidence.media_type);
      Add("size_bytes", evidence.size_bytes);
    });
  }
  void Add(const std::string& field, const SealedRef& sealed) {
    Within(field, [&] {
      Add("content_class", sealed.content_class);
      Add("commitment", sealed.commitment);
    });
  }
  void Add(const std::string& field, const Attribution& by) {
    Within(field, [&] {
      Add("actor", by.actor);
      Add("on_behalf_of", by.on_behalf_of);
      Add("approver", by.approver);
      Add("same_account", by.same_account);
      Add("entry", by.entry);
      Add("reason", by.reason);
      Add("causation", by.causation);
      Add("correlation", by.correlation);
      Add("effective", by.effective);
      Add("evidence", by.evidence);
    });
  }

  template <typename AddAll>
  void Within(const std::string& field, AddAll&& add_all) {
    const std::string before = prefix_;
    prefix_ += field + ".";
    add_all();
    prefix_ = before;
  }

  std::string prefix_;
};

}  // namespace cartulary::sample
