# The binary `rasid` with its lexicon image built in: compile_lexicon makes lexicon.image of lexicon/, lexicon_image.s
# puts its bytes into the program.
add_executable(compile_lexicon ${CMAKE_SOURCE_DIR}/src/apps/compile_lexicon.cc)
target_link_libraries(compile_lexicon PRIVATE rasid_lexicon)

file(GLOB_RECURSE lexicon_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/lexicon/*.rec ${CMAKE_SOURCE_DIR}/lexicon/*.tsv
     ${CMAKE_SOURCE_DIR}/lexicon/RETIRED)
set(image ${CMAKE_BINARY_DIR}/lexicon.image)
add_custom_command(
  OUTPUT ${image}
  COMMAND compile_lexicon ${CMAKE_SOURCE_DIR}/lexicon ${image}
  DEPENDS compile_lexicon ${lexicon_sources}
  COMMENT "Compiling the lexicon"
  VERBATIM)
set(image_object ${CMAKE_BINARY_DIR}/lexicon_image.S)
file(WRITE ${image_object}.in [[
        .section .rodata
        .global rasid_image_begin
        .global rasid_image_end
        .balign 64
rasid_image_begin:
        .incbin "@image@"
rasid_image_end:
        .byte 0
        .section .note.GNU-stack,"",%progbits
]])
configure_file(${image_object}.in ${image_object} @ONLY)
set_source_files_properties(${image_object} PROPERTIES OBJECT_DEPENDS ${image})

file(GLOB app_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/apps/*.cc)
list(FILTER app_sources EXCLUDE REGEX "_test\\.cc$|compile_lexicon\\.cc$")
add_executable(rasid ${app_sources} ${image_object})
target_compile_definitions(rasid PRIVATE RASID_VERSION="${PROJECT_VERSION}")
target_link_libraries(rasid PRIVATE rasid_export rasid_ingest rasid_store rasid_pipeline rasid_join rasid_record rasid_lexicon CLI11::CLI11 Threads::Threads
                      simdjson::simdjson ICU::uc ICU::i18n fmt::fmt SQLite::SQLite3 ${ZSTD_LIBRARY} ZLIB::ZLIB)

# The binary from outside: end to end, the lexicon's examples (from sources and image), the golden articles.
if(RASID_TESTS)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  add_test(NAME end_to_end COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/test/end_to_end.py $<TARGET_FILE:rasid>)
  add_test(NAME kill_cycles COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/test/faults.py $<TARGET_FILE:rasid> 20)
  add_test(NAME golden COMMAND Python3::Interpreter ${CMAKE_SOURCE_DIR}/tools/golden --binary $<TARGET_FILE:rasid>)
  add_test(NAME lexicon_check COMMAND rasid lexicon check --folder ${CMAKE_SOURCE_DIR}/lexicon)
  add_test(NAME lexicon_examples COMMAND rasid lexicon test --folder ${CMAKE_SOURCE_DIR}/lexicon)
  file(GLOB_RECURSE rec_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/lexicon/*.rec)
  add_test(NAME lexicon_format COMMAND rasid lexicon fmt --check ${rec_files})
endif()
