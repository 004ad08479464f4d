# timso_embed(TARGET FILE…): puts each file's bytes into TARGET by .incbin, reachable through
# analyzers/data/embedded.h by the file's base name. Compiling the bytes as a string literal takes minutes; this, none.
function(timso_embed target)
  set(assembly ${CMAKE_CURRENT_BINARY_DIR}/${target}_data.S)
  set(table ${CMAKE_CURRENT_BINARY_DIR}/${target}_data.cc)
  set(asm_text ".section .rodata\n")
  set(declarations "")
  set(rows "")
  foreach(file ${ARGN})
    get_filename_component(name ${file} NAME)
    string(MAKE_C_IDENTIFIER ${name} symbol)
    string(APPEND asm_text ".global timso_data_${symbol}\n.global timso_data_${symbol}_end\n.balign 64\n"
                           "timso_data_${symbol}:\n.incbin \"${file}\"\ntimso_data_${symbol}_end:\n.byte 0\n")
    string(APPEND declarations "extern \"C\" const char timso_data_${symbol}[];\n"
                               "extern \"C\" const char timso_data_${symbol}_end[];\n")
    string(APPEND rows "    {\"${name}\", timso_data_${symbol}, timso_data_${symbol}_end},\n")
  endforeach()
  string(APPEND asm_text ".section .note.GNU-stack,\"\",%progbits\n")
  file(CONFIGURE OUTPUT ${assembly} CONTENT "${asm_text}" @ONLY)
  file(CONFIGURE OUTPUT ${table} @ONLY CONTENT "#include \"analyzers/data/embedded.h\"

${declarations}
namespace timso {
namespace {
struct Row {
  const char* name;
  const char* begin;
  const char* end;
};
const Row kRows[] = {
${rows}};
}  // namespace

std::string_view EmbeddedFile(std::string_view name) {
  for (const Row& row : kRows) {
    if (name == row.name) return {row.begin, static_cast<std::size_t>(row.end - row.begin)};
  }
  return {};
}

std::vector<std::string_view> EmbeddedNames() {
  std::vector<std::string_view> names;
  for (const Row& row : kRows) names.emplace_back(row.name);
  return names;
}
}  // namespace timso
")
  # A changed data file must reassemble; the assembler's own dependency scan does not see .incbin.
  set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS "${ARGN}" LANGUAGE ASM)
  target_sources(${target} PRIVATE ${assembly} ${table})
endfunction()
