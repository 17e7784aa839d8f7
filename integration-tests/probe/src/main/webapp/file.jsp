<%@ page contentType="application/octet-stream" session="true" %><% response.setHeader("Content-Disposition", "attachment; filename=file.bin"); %>content
