// From the tree of a rule file to its values, by the lists of fields in core/rules. Internal to
// rules_yaml.cc.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/ports/rules_loader.h"
#include "core/rules/referential.h"
#include "store/codec/rules_values.h"
#include "store/codec/yaml_reader.h"

namespace cartulary {

template <typename T>
concept Leaf = requires(std::string_view text, T& value) {
  ParseText(text, value);
};

// Decodes one file. Whatever is wrong is reported with its place and its path, such as
// "requirements.english.label", and decoding goes on. Not thread safe.
class RulesDecoder {
 public:
  RulesDecoder(const AssumptionSettings& settings, std::vector<RulesProblem>& problems)
      : settings_(settings), problems_(problems) {}

  Referential Decode(const YamlNode& root);

  // Where the requirement stands in the file; line 1 if it does not.
  YamlPlace PlaceOf(const RequirementCode& id) const;

 private:
  // Appends to the path while it lives.
  class Scope {
   public:
    Scope(RulesDecoder& decoder, std::string_view step)
        : path_(decoder.path_), length_(path_.size()) {
      if (!path_.empty() && !step.starts_with('[')) path_ += '.';
      path_ += step;
    }
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    ~Scope() { path_.resize(length_); }

   private:
    std::string& path_;
    std::size_t length_;
  };

  // Reads the fields of one mapping, and afterwards reports the keys that none of them has.
  class Mapping {
   public:
    Mapping(RulesDecoder& decoder, const YamlNode& node) : decoder_(decoder), node_(node) {}

    template <typename T>
    void operator()(std::string_view key, T& field, std::string_view) {
      if (key == left_out_) return;
      if (const YamlNode* value = Require(key)) {
        const Scope scope(decoder_, key);
        decoder_.Read(*value, field);
      }
    }
    // The value of a key that has to be there; nullptr, and reported, if it is not.
    const YamlNode* Require(std::string_view key) {
      const YamlNode* value = Find(key);
      if (value == nullptr) decoder_.Missing(node_.place, key);
      return value;
    }
    // Likewise of a key that may be left out.
    const YamlNode* Find(std::string_view key);
    // A key that the format of the file does not have: its field stays as it is.
    void LeaveOut(std::string_view key);
    void ReportUnknownKeys();

   private:
    RulesDecoder& decoder_;
    const YamlNode& node_;
    std::vector<std::string> keys_;
    std::string_view left_out_;
  };

  void Report(YamlPlace place, const Text& message);
  void Missing(YamlPlace place, std::string_view key);
  // False, and reported unless it already was, if the node is of another kind.
  bool IsScalar(const YamlNode& node, const Phrase& expected);
  bool IsSequence(const YamlNode& node);
  bool IsMapping(const YamlNode& node);
  // "none", "unknown" or "to_confirm": the ways to say that there is nothing.
  static bool IsAbsent(const YamlNode& node);

  template <Leaf T>
  void Read(const YamlNode& node, T& value) {
    if (!IsScalar(node, {"a single value", "une seule valeur"})) return;
    if (!ParseText(node.text, value)) Report(node.place, Refusal(node.text, value));
  }

  template <typename T>
  void Read(const YamlNode& node, Param<T>& param) {
    if (node.kind != YamlNode::Kind::kMapping) return Read(node, param.value);
    Mapping mapping(*this, node);
    const YamlNode* name = mapping.Require("assume");
    mapping.ReportUnknownKeys();
    if (name == nullptr) return;
    const Assumption* assumption = FindAssumed(*name);
    if (assumption == nullptr) return;
    param.assumption = assumption->id;
    if (!Accepts(assumption->kind, param.value)) {
      Report(name->place, Said("the assumption \"{0}\" is of kind {1}, which cannot be used here",
                               "l'hypothèse « {0} » est de type « {1} », qui ne convient pas ici",
                               assumption->id, assumption->kind));
      return;
    }
    for (const std::string& choice : assumption->choices) {
      T value{};
      if (ParseText(choice, value)) continue;
      Report(name->place,
             Said("the assumption \"{0}\" allows a value that cannot be used here: {1}",
                  "l'hypothèse « {0} » admet une valeur qui ne convient pas ici : {1}",
                  assumption->id, Refusal(choice, value)));
    }
    // Otherwise what is wrong with the value was reported with the assumption.
    static_cast<void>(ParseText(assumption->value, param.value));
  }

  template <typename T>
  void Read(const YamlNode& node, std::optional<T>& field) {
    field.reset();
    if (!IsAbsent(node)) Read(node, field.emplace());
  }

  template <typename T>
  void Read(const YamlNode& node, std::vector<T>& list) {
    if (!IsSequence(node)) return;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
      const Scope scope(*this, "[" + std::to_string(i + 1) + "]");
      Read(node.items[i], list.emplace_back());
    }
  }

  template <typename T>
  void Read(const YamlNode& node, T& value) {
    if (!IsMapping(node)) return;
    Mapping mapping(*this, node);
    Fields(mapping, value);
    mapping.ReportUnknownKeys();
  }

  // "all", or a list that is not empty: an empty list would read as "nobody".
  void Read(const YamlNode& node, std::vector<Route>& routes);
  // These two are written without their only key: all_of: [english, mobility].
  void Read(const YamlNode& node, AllOf& kind) { Read(node, kind.of); }
  void Read(const YamlNode& node, AnyOf& kind) { Read(node, kind.of); }
  void Read(const YamlNode& node, Requirement& requirement);
  void Read(const YamlNode& node, std::map<RequirementCode, Requirement>& requirements);
  // Those that ReadAssumptions found: they are read first, since parameters name them.
  void Read(const YamlNode&, std::vector<Assumption>& assumptions) { assumptions = assumptions_; }
  void Read(const YamlNode& node, Assumption& assumption);

  void ReadKind(const YamlNode& node, NodeKind kind, Node& value);
  void ReadAssumptions(const YamlNode& node);
  // Empty: the assumption may have the value.
  static Text RefusalOfAssumed(const Assumption& assumption, const std::string& value);
  void CheckSettings();
  const Assumption* FindAssumed(const YamlNode& name);

  const AssumptionSettings& settings_;
  std::vector<RulesProblem>& problems_;
  std::string path_;
  std::vector<Assumption> assumptions_;
  std::map<RequirementCode, YamlPlace> places_;
};

}  // namespace cartulary
