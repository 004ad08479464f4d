# What every target of the project is compiled with.
add_library(timso_options INTERFACE)
target_include_directories(timso_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(timso_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                               -Wno-sign-conversion -Wnon-virtual-dtor)
# GCC 12 sees overlaps in "x" + std::string that are none (its bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(timso_options INTERFACE -Wno-restrict)
endif()
if(TIMSO_WERROR)
  target_compile_options(timso_options INTERFACE -Werror)
endif()
if(TIMSO_SANITIZE)
  # -O1 keeps sanitizer runs bearable; frame pointers keep their stacks readable.
  # What sanitizers put in makes GCC see uses before initialization that are none.
  target_compile_options(timso_options INTERFACE -fsanitize=${TIMSO_SANITIZE} -fno-sanitize-recover=all
                                                 -fno-omit-frame-pointer -Wno-maybe-uninitialized)
  target_link_options(timso_options INTERFACE -fsanitize=${TIMSO_SANITIZE})
endif()
if(TIMSO_FUZZERS)
  target_compile_options(timso_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# A room is a static library of all .cc files under a folder.
function(timso_room name folder)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*.cc)
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC timso_options)
endfunction()
