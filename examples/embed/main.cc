// embed FILE: counts the bullets of a resume and shows the first question a coach would ask.
#include <resumelint.h>

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: embed RESUME\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(file), {});

  resumelint::v1::Fault fault;
  const auto linter = resumelint::v1::Linter::Make({}, &fault);
  const auto resume = linter ? linter->Check(argv[1], std::move(bytes), &fault) : std::nullopt;
  if (!resume) {
    std::cerr << fault.path << ": " << fault.what << '\n' << fault.hint << '\n';
    return 2;
  }
  std::cout << resume->bullets << " bullets, " << resume->findings.size() << " findings\n";
  for (const auto& finding : resume->findings) {
    if (finding.questions.empty()) continue;
    std::cout << finding.place.line << ": " << finding.bullet << '\n' << finding.questions.front() << '\n';
    break;
  }
}
