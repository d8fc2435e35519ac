# cmake -DOUT=x.cc -DFILES=a.toml;b.toml -P embed_rules.cmake: the packs as C++ string literals.
set(body "")
set(table "")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  file(READ ${file} text)
  string(APPEND table "      {\"rules/${name}\", std::string(\n")
  # A literal may hold 64 kB to be portable: cut long files into pieces that the compiler joins.
  string(LENGTH "${text}" length)
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 8000 piece)
    string(APPEND table "R\"~~~(${piece})~~~\"\n")
    math(EXPR at "${at} + 8000")
  endwhile()
  string(APPEND table "), true},\n")
endforeach()
file(WRITE ${OUT} "#include \"rules/rule_set.h\"

namespace resumelint {

std::span<const RuleFile> BuiltinRules() {
  static const RuleFile files[] = {
${table}  };
  return files;
}

}  // namespace resumelint
")
