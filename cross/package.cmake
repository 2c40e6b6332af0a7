# The Debian package, of the build that the preset "package" or one of the other machines configures:
# what it holds beside what every installation does, and what CPack has to know.

set(PLACARD_DEBIAN ${PROJECT_SOURCE_DIR}/cross/debian)

install(FILES ${PROJECT_SOURCE_DIR}/assets/system/placard.service
  DESTINATION /lib/systemd/system)
install(FILES ${PROJECT_SOURCE_DIR}/assets/system/placard.sysusers
  DESTINATION lib/sysusers.d RENAME placard.conf)
install(FILES ${PROJECT_SOURCE_DIR}/assets/system/placard.tmpfiles
  DESTINATION lib/tmpfiles.d RENAME placard.conf)
install(FILES ${PROJECT_SOURCE_DIR}/assets/default.json
  DESTINATION /etc/placard RENAME config.json)
install(FILES ${PLACARD_DEBIAN}/copyright DESTINATION share/doc/placard)

# placard_install_packed(FILE FOLDER NAME): a text as Debian wants it, packed without a time stamp.
function(placard_install_packed file folder name)
  set(packed ${PROJECT_BINARY_DIR}/package/${name}.gz)
  add_custom_command(OUTPUT ${packed} DEPENDS ${file}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/package
    COMMAND gzip -9nc ${file} > ${packed} VERBATIM)
  add_custom_target(package_${name} ALL DEPENDS ${packed})
  install(FILES ${packed} DESTINATION ${folder})
endfunction()
placard_install_packed(${PLACARD_DEBIAN}/changelog share/doc/placard changelog)
placard_install_packed(${PROJECT_SOURCE_DIR}/assets/placard.1 ${CMAKE_INSTALL_MANDIR}/man1 placard.1)
placard_install_packed(${PROJECT_BINARY_DIR}/share/man/man5/placard.5
  ${CMAKE_INSTALL_MANDIR}/man5 placard.5)

# debian_list(VARIABLE FILE): the lines of a list of packages, as a control file wants them.
function(debian_list variable file)
  file(STRINGS ${PLACARD_DEBIAN}/${file} lines REGEX "^[^#]")
  list(JOIN lines ", " joined)
  set(${variable} ${joined} PARENT_SCOPE)
endfunction()

file(READ ${PLACARD_DEBIAN}/description CPACK_DEBIAN_PACKAGE_DESCRIPTION)
debian_list(CPACK_DEBIAN_PACKAGE_DEPENDS depends)
if(CMAKE_CROSSCOMPILING)
  debian_list(libraries depends-libraries)
  string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS ", ${libraries}")
  set(CPACK_DEBIAN_PACKAGE_ARCHITECTURE ${PLACARD_DEB_ARCHITECTURE})
  set(CPACK_STRIP_EXECUTABLE ${CMAKE_STRIP})
else()
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
endif()
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk, fonts-noto-color-emoji, udev")
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
  ${PLACARD_DEBIAN}/conffiles ${PLACARD_DEBIAN}/postinst ${PLACARD_DEBIAN}/postrm
  ${PLACARD_DEBIAN}/prerm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Kiosk display for news summaries")
set(CPACK_PACKAGE_CONTACT "The placard authors <placard@placard.example>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/package)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
include(CPack)
