<%@ page contentType="text/html;charset=UTF-8" session="true" %><!DOCTYPE html>
<html>
<head>
<title>Late</title>
<link rel="icon" href="data:,">
</head>
<body>
<p id="session">${pageContext.session.id}</p>
<% out.flush(); response.flushBuffer(); Thread.sleep(Long.parseLong(request.getParameter("ms"))); %><p>At last.</p>
</body>
</html>
