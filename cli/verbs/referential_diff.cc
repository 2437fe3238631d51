// referential diff: what differs between two texts of rules.
#include <filesystem>
#include <ostream>

#include "cli/context.h"
#include "cli/reading/published.h"
#include "cli/reading/reading.h"
#include "cli/render/difference_page.h"
#include "cli/rules_file.h"
#include "cli/verbs/all.h"

namespace cartulary::cli {
namespace {

struct DiffOptions {
  std::string before;
  std::string after;
};

// Reads what the two names stand for; opens the store for a revision only.
class Texts {
 public:
  explicit Texts(const Context& context) : context_(context) {}

  OrFailure<NamedRules> Read(const std::string& written) {
    std::error_code unknown;
    const bool is_file = std::filesystem::exists(written, unknown);
    if (is_file || written.find('/') != std::string::npos || written.ends_with(".yaml")) {
      CARTULARY_ASSIGN_OR_RETURN(RulesFile file, ReadRulesFile(written));
      return NamedRules{written, std::make_shared<const Referential>(std::move(file.rules))};
    }
    if (reading_ == nullptr) {
      CARTULARY_ASSIGN_OR_RETURN(reading_, Reading::Open(context_));
    }
    CARTULARY_ASSIGN_OR_RETURN(const Published published, ReadPublished(*reading_, written));
    const RevisionPublished& revision = published.revision.fact;
    rules_.push_back({revision.certification, revision.number, revision.edition, revision.text,
                      published.revision.applied});
    return NamedRules{NameOf(published), published.rules};
  }

  // Two files are compared without any log. Errors: usage, if one is asked for then.
  OrFailure<Viewpoint> SeenFrom() const {
    Viewpoint viewpoint;
    if (reading_ != nullptr) viewpoint = ViewpointOf(reading_->reader(), std::nullopt);
    viewpoint.rules = rules_;
    if (reading_ != nullptr || !context_.options.as_of) return viewpoint;
    return Failure{.message = Said("--as-of: two files are compared, and no revision of the log",
                                   "--as-of : deux fichiers sont comparés, et aucune révision du "
                                   "journal"),
                   .hint = Said("leave --as-of out, or name a revision (CODE@N)",
                                "omettez --as-of, ou nommez une révision (CODE@N)")};
  }

 private:
  const Context& context_;
  std::unique_ptr<Reading> reading_;
  std::vector<RulesUsed> rules_;
};

OrFailure<ExitStatus> RunDiff(const DiffOptions& options, Context& context) {
  Texts texts(context);
  CARTULARY_ASSIGN_OR_RETURN(NamedRules before, texts.Read(options.before));
  CARTULARY_ASSIGN_OR_RETURN(NamedRules after, texts.Read(options.after));
  CARTULARY_ASSIGN_OR_RETURN(const Viewpoint viewpoint, texts.SeenFrom());
  const DifferenceView view = Compare(std::move(before), std::move(after));
  if (context.options.json) {
    context.Print(Stated(viewpoint, ToJson(view)));
  } else if (context.options.csv) {
    context.Print(DifferenceRows(view),
                  Said("they ask the same", "les deux textes demandent la même chose"));
  } else {
    context.streams.out << DifferencePage(view, LookOf(context));
  }
  if (viewpoint.as_of) SayViewpoint(viewpoint, context);
  return view.differences.empty() ? ExitStatus::kYes : ExitStatus::kNo;
}

}  // namespace

Verb ReferentialDiffVerb() {
  const auto options = std::make_shared<DiffOptions>();
  return {.name = "referential diff",
          .summary = Said("what differs between two texts of rules",
                          "ce qui diffère entre deux textes d'un référentiel"),
          .details = Said(
              "A and B are revisions (CODE@N; CODE is the one applied) or files. Tells what was "
              "added, removed and changed with the values, not lines; a parameter that follows an "
              "assumption differs by the assumption.",
              "A et B sont des révisions (CODE@N ; CODE est celle qui s'applique) ou des fichiers. "
              "Dit ce qui est ajouté, supprimé et modifié, avec les valeurs et non les lignes ; un "
              "paramètre qui suit une hypothèse diffère par l'hypothèse."),
          .example =
              "  cartulary referential diff RNCP39304@1 RNCP39304@2\n"
              "  cartulary referential diff RNCP39304 my-draft.yaml",
          .exits = {{ExitStatus::kYes, Said("they ask the same", "ils demandent la même chose")},
                    {ExitStatus::kNo, Said("they differ", "ils diffèrent")},
                    {ExitStatus::kUsage},
                    {ExitStatus::kNotFound,
                     Said("no such certification, revision or file",
                          "la certification, la révision ou le fichier n'existe pas")},
                    {ExitStatus::kWorld},
                    {ExitStatus::kIntegrity}},
          .takes = {.as_of = true,
                    .csv = true,
                    .no_on = Said("two texts differ whatever the day; `cartulary referential show "
                                  "CODE@N --at DATE` tells what one asks on a day",
                                  "deux textes diffèrent quel que soit le jour ; `cartulary "
                                  "referential show CODE@N --at DATE` dit ce que l'un demande un "
                                  "jour donné"),
                    .no_rules = Said("the two texts are the arguments, A and B",
                                     "les deux textes sont les arguments, A et B")},
          .declare =
              [options](OptionSet& set) {
                set.Argument(Said("A", "A"), options->before,
                             Said("the earlier text: CODE@N or a file",
                                  "le texte antérieur : CODE@N ou un fichier"));
                set.Argument(Said("B", "B"), options->after,
                             Said("the later one", "le texte postérieur"));
              },
          .run = [options](Context& context) { return RunDiff(*options, context); }};
}

}  // namespace cartulary::cli
