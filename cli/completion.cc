#include "cli/completion.h"

#include <map>
#include <string_view>

#include "cli/render/words.h"
#include "cli/verbs.h"
#include "core/facts/fact.h"

namespace cartulary::cli {
namespace {

// One word that may come next, with what it is.
struct Word {
  std::string text;
  std::string doc;
};

// What may follow each beginning of a command line: "" for the verbs, "list" for those of a group,
// "list awards" for the options of a verb.
using Tree = std::map<std::string, std::vector<Word>>;

Tree TreeOf(const std::vector<Verb>& verbs, Language language) {
  Tree tree;
  for (const Verb& verb : verbs) {
    const std::string name(verb.name);
    const std::size_t blank = name.find(' ');
    if (blank == std::string::npos) {
      // Of a group that is a verb too, the verb comes last.
      if (!tree.contains(name)) tree[""].push_back({name, Say(language, verb.summary)});
    } else {
      const std::string group = name.substr(0, blank);
      if (!tree.contains(group)) {
        tree[""].push_back({group, Say(language, SummaryOfGroup(group))});
      }
      tree[group].push_back({name.substr(blank + 1), Say(language, verb.summary)});
    }
    for (const OptionInfo& option : OptionsOf(verb, language)) {
      tree[name].push_back({option.name, option.doc});
    }
  }
  return tree;
}

bool IsGroup(const Tree& tree, const std::string& beginning) {
  const auto found = tree.find(beginning);
  return found != tree.end() && !beginning.empty() && !found->second.front().text.starts_with('-');
}

std::vector<Word> FactTypes() {
  std::vector<Word> types;
  ForEachFactType([&]<typename T>(const T&) {
    types.push_back({std::string(T::kInfo.name), std::string(T::kInfo.doc)});
  });
  return types;
}

std::string Joined(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

// 'word:what it is' for _describe, whose separator is a colon.
std::string Described(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) {
    std::string item = word.text + ":" + word.doc;
    for (std::size_t at = 0; (at = item.find('\'', at)) != std::string::npos; at += 4) {
      item.replace(at, 1, "'\\''");
    }
    text += " '" + item + "'";
  }
  return "(" + text + " )";
}

std::string Groups(const Tree& tree) {
  std::string groups;
  for (const auto& [beginning, words] : tree) {
    if (IsGroup(tree, beginning)) groups += (groups.empty() ? "" : "|") + beginning;
  }
  return groups;
}

}  // namespace

std::string BashCompletion(const std::vector<Verb>& verbs) {
  const Tree tree = TreeOf(verbs, Language::kEnglish);  // Of words only.
  std::string text =
      "# Completion of cartulary for bash: source <(cartulary completion bash)\n"
      "_cartulary() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  local verb='' words=''\n"
      "  (( COMP_CWORD > 1 )) && verb=${COMP_WORDS[1]}\n"
      "  case $verb in\n"
      "    " +
      Groups(tree) +
      ") (( COMP_CWORD > 2 )) && [[ ${COMP_WORDS[2]} != -* ]] && verb+=\" ${COMP_WORDS[2]}\" ;;\n"
      "  esac\n"
      "  COMPREPLY=()\n"
      "  case $previous in\n"
      "    --lang) COMPREPLY=($(compgen -W 'en fr' -- \"$current\")); return ;;\n"
      "    --store) COMPREPLY=($(compgen -d -- \"$current\")); return ;;\n"
      "  esac\n"
      "  case $verb in\n";
  for (const auto& [beginning, words] : tree) {
    text += "    '" + beginning + "') words='" + Joined(words) + "' ;;\n";
  }
  text +=
      "  esac\n"
      "  if [[ $verb == record && $current != -* && COMP_CWORD -eq 2 ]]; then\n"
      "    words='" +
      Joined(FactTypes()) +
      "'\n"
      "  elif [[ $words == -* && $current != -* ]]; then\n"
      "    return\n"
      "  fi\n"
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n"
      "}\n"
      "complete -o bashdefault -o default -F _cartulary cartulary\n";
  return text;
}

std::string ZshCompletion(const std::vector<Verb>& verbs, Language language) {
  const Tree tree = TreeOf(verbs, language);
  std::string text =
      "#compdef cartulary\n"
      "# Completion of cartulary for zsh: cartulary completion zsh > FOLDER-OF-FPATH/_cartulary\n"
      "_cartulary() {\n"
      "  local verb='' current=${words[CURRENT]}\n"
      "  local -a next\n"
      "  (( CURRENT > 2 )) && verb=${words[2]}\n"
      "  case $verb in\n"
      "    (" +
      Groups(tree) +
      ") (( CURRENT > 3 )) && [[ ${words[3]} != -* ]] && verb+=\" ${words[3]}\" ;;\n"
      "  esac\n"
      "  case ${words[CURRENT-1]} in\n"
      "    (--lang) next=( en fr ); _describe language next; return ;;\n"
      "    (--store) _files -/; return ;;\n"
      "  esac\n"
      "  case $verb in\n";
  for (const auto& [beginning, words] : tree) {
    text += "    ('" + beginning + "') next=" + Described(words) + " ;;\n";
  }
  text +=
      "  esac\n"
      "  if [[ $verb == record && $current != -* && CURRENT -eq 3 ]]; then\n"
      "    next=" +
      Described(FactTypes()) +
      "\n"
      "  elif [[ ${next[1]} == -* && $current != -* ]]; then\n"
      "    _files\n"
      "    return\n"
      "  fi\n"
      "  _describe command next\n"
      "}\n"
      "_cartulary \"$@\"\n";
  return text;
}

}  // namespace cartulary::cli
