# cartulary_library(NAME HDRS... SRCS... DEPS...) and cartulary_test(NAME SRCS... DEPS... LABELS...):
# every target of the project is declared through these, so that warnings, sanitizers and build
# helpers are said once.
#
# Headers are a FILE_SET, so that the target all_verify_interface_header_sets compiles each one
# alone and proves that it includes what it uses.
include_guard(GLOBAL)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()

add_library(cartulary_flags INTERFACE)
target_compile_options(cartulary_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
                                                 -Wsign-conversion -Wnon-virtual-dtor)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC bug 105651: at -O2, "text" + std::to_string(n) is reported as an overlapping copy.
  target_compile_options(cartulary_flags INTERFACE -Wno-restrict)
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM)
  target_link_options(cartulary_flags INTERFACE -fuse-ld=mold)
endif()
if(CARTULARY_SANITIZE)
  target_compile_options(cartulary_flags INTERFACE -fsanitize=${CARTULARY_SANITIZE}
                                                   -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(cartulary_flags INTERFACE -fsanitize=${CARTULARY_SANITIZE})
endif()

function(cartulary_library name)
  cmake_parse_arguments(ARG "" "" "HDRS;SRCS;DEPS" ${ARGN})
  add_library(cartulary_${name} STATIC ${ARG_SRCS})
  add_library(cartulary::${name} ALIAS cartulary_${name})
  target_sources(cartulary_${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}"
                                          FILES ${ARG_HDRS})
  target_link_libraries(cartulary_${name} PUBLIC ${ARG_DEPS}
                        PRIVATE $<BUILD_INTERFACE:cartulary_flags>)
endfunction()

function(cartulary_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SRCS;DEPS;LABELS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  add_executable(${name} ${ARG_SRCS})
  target_link_libraries(${name} PRIVATE ${ARG_DEPS} cartulary_flags GTest::gtest GTest::gtest_main)
  target_compile_definitions(${name} PRIVATE CARTULARY_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT})
endfunction()
