#include "cli/render/html.h"

#include "cli/output/text.h"
#include "core/check.h"

namespace cartulary::cli {
namespace {

// Black on white, no colour that carries meaning: it is printed and signed.
constexpr std::string_view kStyle = R"css(
body { font: 10.5pt/1.4 "Liberation Serif", "Times New Roman", serif; color: #000;
  max-width: 180mm; margin: 0 auto; }
h1 { font-size: 16pt; text-align: center; margin: 6mm 0 4mm; }
h2 { font-size: 12.5pt; margin: 7mm 0 2mm; border-bottom: 0.5pt solid #000; }
h3 { font-size: 11pt; margin: 5mm 0 1.5mm; }
h1, h2, h3 { break-after: avoid; }
p { margin: 1mm 0; orphans: 3; widows: 3; }
table { border-collapse: collapse; width: 100%; margin: 1.5mm 0; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 1mm 1.5mm; text-align: left; vertical-align: top; }
th { font-weight: bold; }
table.facts th { width: 38mm; }
td.box { height: 12mm; }
section { break-inside: avoid; }
section.page { break-before: page; }
.issuer { text-align: center; }
.draft { border: 1.5pt solid #000; padding: 2mm; text-align: center; font-weight: bold; }
.blank { border: 0.5pt solid #000; min-height: 30mm; }
.events { font-size: 8.5pt; }
.signatures td { height: 22mm; width: 50%; }
footer { margin-top: 8mm; border-top: 0.5pt solid #000; font-size: 8.5pt;
  overflow-wrap: anywhere; break-inside: avoid; }
)css";

// A string of CSS: hexadecimal escapes for all but what is plain.
std::string CssString(std::string_view text) {
  constexpr std::string_view kPlain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ,.:-_/";
  std::string string = "\"";
  for (const char c : Printable(text)) {
    const bool ascii = static_cast<unsigned char>(c) < 0x80;
    if (!ascii || kPlain.find(c) != std::string_view::npos) {
      string += c;
    } else {
      constexpr char kDigits[] = "0123456789abcdef";
      string += '\\';
      string += kDigits[(c >> 4) & 0xf];
      string += kDigits[c & 0xf];
      string += ' ';
    }
  }
  return string + '"';
}

}  // namespace

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (const char c : Printable(text)) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

Html& Html::Open(std::string_view element, std::string_view css_class) {
  body_ += '<';
  body_ += element;
  if (!css_class.empty()) body_ += " class=\"" + std::string(css_class) + '"';
  body_ += '>';
  open_.emplace_back(element);
  return *this;
}

Html& Html::Close() {
  CARTULARY_CHECK(!open_.empty());
  body_ += "</" + open_.back() + ">\n";
  open_.pop_back();
  return *this;
}

Html& Html::AddText(std::string_view text) {
  body_ += Escaped(text);
  return *this;
}

Html& Html::Add(std::string_view element, std::string_view text, std::string_view css_class) {
  return Open(element, css_class).AddText(text).Close();
}

Html& Html::OpenTable(const std::vector<std::string>& heads, std::string_view css_class) {
  Open("table", css_class).Open("thead").Open("tr");
  for (const std::string& head : heads) Add("th", head);
  return Close().Close().Open("tbody");
}

Html& Html::AddRow(const std::vector<std::string>& cells) {
  Open("tr");
  for (const std::string& cell : cells) Add("td", cell, cell.empty() ? "box" : "");
  return Close();
}

Html& Html::CloseTable() { return Close().Close(); }

std::string Html::Page(std::string_view title, std::string_view page_foot) && {
  while (!open_.empty()) Close();
  return "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" "
         "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>" +
         Escaped(title) + "</title>\n<style>\n@page { size: A4; margin: 16mm 15mm 20mm;\n" +
         "  @bottom-left { content: " + CssString(page_foot) +
         "; font-size: 7.5pt; }\n"
         "  @bottom-right { content: counter(page) \" / \" counter(pages); font-size: 8.5pt; } }" +
         std::string(kStyle) + "</style>\n</head>\n<body>\n" + body_ + "</body>\n</html>\n";
}

}  // namespace cartulary::cli
