# Benches and fuzz targets.
if(RASID_BENCH)
  add_executable(bench_stages ${CMAKE_SOURCE_DIR}/bench/stages.cc)
  target_link_libraries(bench_stages PRIVATE rasid_export rasid_pipeline simdjson::simdjson ICU::uc ICU::i18n fmt::fmt
                        Threads::Threads)
  add_dependencies(bench_stages rasid)  # whose build makes lexicon.image
  add_executable(bench_store_queries ${CMAKE_SOURCE_DIR}/bench/store_queries.cc)
  target_link_libraries(bench_store_queries PRIVATE rasid_store SQLite::SQLite3 ${ZSTD_LIBRARY})
  add_executable(bench_store_add ${CMAKE_SOURCE_DIR}/bench/store_add.cc)
  target_link_libraries(bench_store_add PRIVATE rasid_store rasid_pipeline simdjson::simdjson ICU::uc ICU::i18n SQLite::SQLite3
                        ${ZSTD_LIBRARY} Threads::Threads)
  add_executable(bench_join_speed ${CMAKE_SOURCE_DIR}/bench/join_speed.cc)
  target_link_libraries(bench_join_speed PRIVATE rasid_store SQLite::SQLite3 ${ZSTD_LIBRARY})
endif()
if(RASID_FUZZ)
  foreach(target rec image page token)
    add_executable(fuzz_${target} ${CMAKE_SOURCE_DIR}/fuzz/fuzz_${target}.cc)
    target_link_libraries(fuzz_${target} PRIVATE rasid_token rasid_page rasid_lexicon ICU::uc ICU::i18n fmt::fmt)
    target_compile_definitions(fuzz_${target} PRIVATE RASID_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    target_link_options(fuzz_${target} PRIVATE -fsanitize=fuzzer)
  endforeach()
endif()
