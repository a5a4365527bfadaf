import { serveReport } from '../../utils/platform/report-page.ts';

serveReport(location.hash.slice(1));
