# cmake -DWRITER=resumelint_manual -DSCDOC=scdoc -DIN=x.scd.in -DOUT=x.1 -P manual.cmake: the manual
# page. The clock stands still, so that the same sources give the same page.
execute_process(COMMAND ${WRITER} ${IN} OUTPUT_FILE ${OUT}.scd COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${CMAKE_COMMAND} -E env SOURCE_DATE_EPOCH=0 ${SCDOC} INPUT_FILE ${OUT}.scd
                OUTPUT_FILE ${OUT} COMMAND_ERROR_IS_FATAL ANY)
